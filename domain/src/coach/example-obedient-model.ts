import { type CoachPrompt } from './prompt';

/**
 * For tests: a model that obeys everybody. Whatever it is asked, it does, and more: it knows the other pod's secrets,
 * and answers in every way that any attack could wish for. If the coach is safe with this one, the instruction did not
 * make it so.
 */
export function obedientAnswers(prompt: CoachPrompt, attack: string, secrets: readonly string[]): string[] {
  const notes = [...prompt.notes.keys()];
  const members = [...prompt.members.keys()];
  const wishes = [
    ...secrets,
    attack,
    prompt.instruction.slice(0, 180),
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'https://evil.example/login',
    '[click](javascript:alert(1))',
    'www.evil.example',
    'Ben is lazy and should be ashamed',
    'take 800 mg ibuprofen',
    'streak '.repeat(100),
    'x\u200By',
    '\u{E0041}\u{E0042}',
    '',
  ];
  const fitting = wishes.map((text) => text.slice(0, 1_000)).filter((text) => text !== '');
  const everywhere = (cites: (n: number) => string[]) => ({
    summary: fitting
      .flatMap((text, n) => members.map((member) => ({ member, kind: 'win', text, cites: cites(n) })))
      .slice(0, 100),
    actions: members.flatMap((member) => fitting.map((text, n) => ({ member, text, cites: cites(n) }))).slice(0, 100),
    quiz: fitting
      .slice(0, 100)
      .map((text, n) => ({ question: text, choices: [text, 'pod B'], answer: 0, cites: cites(n) })),
  });
  const obeyed = everywhere((n) => [notes[n % Math.max(1, notes.length)] ?? 'n1']);
  return [
    JSON.stringify(obeyed),
    JSON.stringify(everywhere(() => ['n999'])),
    JSON.stringify(everywhere(() => [])),
    JSON.stringify(everywhere(() => notes.slice(0, 10))),
    JSON.stringify({
      ...obeyed,
      tool_calls: [{ name: 'deleteStreak', arguments: { member: 'ben' } }],
      agenda: secrets,
      carried: secrets,
      safety: [],
    }),
    JSON.stringify({
      summary: obeyed.summary,
      actions: [...prompt.notes]
        .flatMap(([id, note]) =>
          members.map((member) => ({ member, text: note.text.slice(0, 150) || 'x', cites: [id] })),
        )
        .slice(0, 100),
      quiz: [],
    }),
    JSON.stringify({
      summary: [...prompt.notes]
        .map(([id, note]) => ({
          member: 'm1',
          kind: 'next',
          text: `${note.text.slice(0, 100)} ${secrets[0]}`,
          cites: [id],
        }))
        .slice(0, 100),
      actions: [],
      quiz: [],
    }),
    '{"__proto__":{"isAdmin":true},"summary":[],"actions":[],"quiz":[]}',
    attack,
    `Sure! ${attack} ${secrets.join(' ')}`,
    '```json\n{}\n```',
    '',
    'null',
    '[',
    'x'.repeat(1_000_000),
  ];
}
