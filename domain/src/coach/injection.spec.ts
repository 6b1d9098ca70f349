import { checkAnswer } from './check-answer';
import { type Attacked, attacked, harmsIn, HIDDEN_FROM_MODELS, OF_POD_B } from './example-attacked-session';
import { ATTACK_PLACES, ATTACKS } from './example-attacks';
import { obedientAnswers } from './example-obedient-model';
import { buildPrompt, type CoachPrompt, PROMPT_INSTRUCTION, PROMPT_LIMITS } from './prompt';
import { runCoach } from './run-coach';

const skeleton = (value: unknown): unknown => {
  if (typeof value === 'string') return '';
  if (Array.isArray(value)) return value.map(skeleton);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, of]) => [key, skeleton(of)]));
};
const promptOf = ({ session, agendaTitles }: Attacked): CoachPrompt => buildPrompt(session, { agendaTitles });
/** In UTF-8; it throws on half a character, which has no bytes. */
const bytesOf = (text: string): number => encodeURIComponent(text).replace(/%../gu, 'x').length;

it('the corpus has at least 300 attacks, in every place', () => {
  expect(new Set(ATTACKS.map(({ place, text }) => `${place} ${text}`)).size).toBeGreaterThanOrEqual(300);
  expect(new Set(ATTACKS.map(({ place }) => place)).size).toBe(ATTACK_PLACES.length);
});

it('the look for harm sees each kind of it', () => {
  const { session } = attacked({ place: 'note', text: 'Squatted 80 kg' });
  const { output } = runCoach(session, { seed: 1 });
  const [line, action] = [output.summary[0]!, output.actions[0]!];
  const harmful = [
    { ...output, agenda: [{ title: '', minutes: 0, why: '' }] },
    { ...output, summary: [{ ...line, cites: ['n4'] }] },
    { ...output, summary: [{ ...line, text: 'see https://evil.example' }] },
    { ...output, summary: [{ ...line, text: OF_POD_B[1]! }] },
    { ...output, carried: [] },
    { ...output, actions: [{ ...action, member: 'cem' }] },
  ];
  expect(harmsIn(output, session)).toEqual([]);
  for (const each of harmful) expect(harmsIn(each, session)).toHaveLength(1);
});

describe.each(ATTACK_PLACES)('an attack in a %s', (place) => {
  const attacks = ATTACKS.filter((attack) => attack.place === place);

  it('is data: the instruction keeps its bytes, the rest is one document of the same shape', () => {
    const harmless = JSON.parse(promptOf(attacked({ place: 'note', text: 'Squatted 80 kg' })).data);
    for (const { name, text } of attacks) {
      const prompt = promptOf(attacked({ place, text }));
      expect(prompt.instruction).toBe(PROMPT_INSTRUCTION);
      const read = JSON.parse(prompt.data) as { notes: unknown[] };
      const lost = place === 'note' ? harmless.notes.length - read.notes.length : 0;
      expect([name, skeleton(read)]).toEqual([name, skeleton({ ...harmless, notes: harmless.notes.slice(lost) })]);
    }
  });

  it('leaves no byte in the prompt that ends a string, makes markup or is not seen', () => {
    for (const { text } of attacks) {
      const { data, instruction, bytes } = promptOf(attacked({ place, text }));
      expect(data).not.toMatch(/[<>&`]|\p{Cc}|\p{Cf}|\p{Co}|[\u2028\u2029]|[\u{E0000}-\u{E007F}]/u);
      expect(bytes).toBe(bytesOf(instruction) + bytesOf(data));
      expect(bytes).toBeLessThanOrEqual(PROMPT_LIMITS.bytes);
    }
  });

  it('brings nothing of another pod, of private notes or of who did not agree into the prompt', () => {
    for (const { text } of attacks) {
      const { data } = promptOf(attacked({ place, text }));
      for (const hidden of [...HIDDEN_FROM_MODELS, '"ana"', '"ben"']) expect(data).not.toContain(hidden);
    }
  });

  it('gets nothing from a model that obeys everything', () => {
    for (const { text } of attacks) {
      const { session, agendaTitles } = attacked({ place, text });
      const prompt = buildPrompt(session, { agendaTitles });
      const coached = runCoach(session, { seed: 1 });
      const before = JSON.stringify([session, coached]);
      for (const raw of obedientAnswers(prompt, text, OF_POD_B)) {
        const output = checkAnswer(raw, prompt, session, coached);
        if (output !== null) expect(harmsIn(output, session)).toEqual([]);
      }
      expect(harmsIn(coached.output, session)).toEqual([]);
      expect(JSON.stringify([session, coached])).toBe(before);
    }
  });
});
