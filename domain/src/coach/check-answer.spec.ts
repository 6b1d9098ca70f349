import { checkAnswer } from './check-answer';
import { aMember, aSession, someNotes } from './example-coach-session';
import { buildPrompt, PROMPT_LIMITS } from './prompt';
import { runCoach } from './run-coach';

const session = aSession({
  members: [aMember('ana'), aMember('ben'), aMember('cem', { present: false })],
  notes: someNotes(
    ['ana', 'win', 'Squatted 80 kg for five, three sessions done'],
    ['ana', 'next', 'Train on Monday at 7:00'],
    ['ben', 'block', 'Did not sleep because of the late shift'],
    ['cem', 'next', 'Pool on Sunday'],
    ['ben', 'win', 'Swam although my knee hurts'],
  ),
});
const prompt = buildPrompt(session);
const coached = runCoach(session, { seed: 1 });
const line = (fields: object = {}) => ({ member: 'm1', kind: 'win', text: 'Squatted 80 kg', cites: ['n1'], ...fields });
const check = (answer: object | string) =>
  checkAnswer(
    typeof answer === 'string' ? answer : JSON.stringify({ summary: [line()], actions: [], quiz: [], ...answer }),
    prompt,
    session,
    coached,
  );

describe('a model’s answer', () => {
  it('is taken where it says what its notes say, and filled in where it says nothing', () => {
    const output = check({ actions: [line({ text: 'Train on Monday', cites: ['n2'] })] });
    expect(output?.summary).toContainEqual({ text: 'Ana – win: Squatted 80 kg', cites: ['n1'] });
    expect(output?.summary.map(({ text }) => text).join()).toContain('Cem (away) – suggestion: Pool on Sunday');
    expect(output?.actions).toEqual([
      { member: 'ana', text: 'Train on Monday', cites: ['n2'], checklist: expect.any(Array) },
    ]);
    expect([output?.agenda, output?.carried, output?.quiz]).toEqual([
      coached.output.agenda,
      coached.output.carried,
      coached.output.quiz,
    ]);
    expect(output?.summary[0]).toEqual(coached.output.summary[0]);
  });

  it.each([
    ['a number of no note', { text: 'Squatted 90 kg' }],
    ['a name of no note', { text: 'Squatted 80 kg with Zelda' }],
    ['a word of no note', { text: 'Squatted 80 kg lazily' }],
    ['a “not” of no note', { text: 'Not three sessions done' }],
    ['a note that was not given', { cites: ['n1', 'n77'] }],
    ['nobody', { member: 'm9' }],
    ['another’s note alone', { cites: ['n3'], text: 'late shift' }],
    ['markup', { text: '<b>Squatted</b> 80 kg' }],
    ['two lines', { text: 'Squatted\n80 kg' }],
    ['an unseen character', { text: 'Squat\u200Bted 80 kg' }],
    ['pain as a win', { member: 'm2', text: 'Swam although my knee hurts', cites: ['n5'] }],
  ])('loses a line with %s', (_, fields) => {
    const output = check({ summary: [line(), line(fields)] });
    expect(output?.summary.filter(({ text }) => text.includes(' – win: '))).toEqual([
      { text: 'Ana – win: Squatted 80 kg', cites: ['n1'] },
    ]);
  });

  it.each([
    ['somebody away', line({ member: 'm3', text: 'Pool on Sunday', cites: ['n4'] })],
    ['another’s note', line({ member: 'm2', text: 'Train on Monday', cites: ['n2'] })],
    ['going on into an injury', line({ member: 'm2', text: 'Swam although my knee hurts', cites: ['n5'] })],
  ])('loses an action for %s', (_, action) => expect(check({ actions: [action] })?.actions).toEqual([]));

  it('keeps two actions per member, whatever it gives', () =>
    expect(
      check({ actions: Array.from({ length: 5 }, () => line({ text: 'Train on Monday', cites: ['n2'] })) })?.actions,
    ).toHaveLength(2));

  it('keeps its quiz where all three questions hold', () => {
    const question = (right: string, cites: string[]) => ({
      question: 'What did Ana do?',
      choices: [right, 'Pool on Sunday'],
      answer: 0,
      cites,
    });
    const good = [
      question('Squatted 80 kg', ['n1']),
      question('three sessions', ['n1']),
      question('Train on Monday', ['n2']),
    ];
    expect(check({ quiz: good })?.quiz).toHaveLength(3);
    expect(check({ quiz: good })?.quiz[0]?.cites).toEqual(['n1']);
    expect(check({ quiz: [...good.slice(1), question('Squatted 90 kg', ['n1'])] })?.quiz).toEqual(coached.output.quiz);
  });

  it.each([
    ['no JSON', 'Sure, here it is'],
    ['nothing', ''],
    ['half of it', '{"summary":['],
    ['another shape', '{"summary":"x","actions":[],"quiz":[]}'],
    ['a fence', '```json\n{}\n```'],
    ['no usable line', { summary: [line({ text: 'Zelda' })] }],
    ['too much', JSON.stringify({ summary: [line({ text: 'x'.repeat(50_000) })], actions: [], quiz: [] })],
  ])('is not used when it is %s', (_, answer) => expect(check(answer)).toBeNull());
});

describe('the prompt', () => {
  it('names members and notes in its own way, and keeps the ids of the product', () => {
    expect(JSON.parse(prompt.data)).toMatchObject({ members: [{ id: 'm1', name: 'Ana', present: true }, {}, {}], notes: [{ id: 'n1', member: 'm1', kind: 'win' }, {}, {}, {}, {}] }); // prettier-ignore
    expect(prompt.data).not.toContain('"ana"');
  });

  it('holds its budget, lets members take turns, and says how much was left out', () => {
    const many = aSession({ notes: someNotes(...Array.from({ length: 800 }, (_, n) => [n < 700 ? 'ana' : 'ben', n % 2 ? 'note' : 'win', `Übung ${n} 💪 `.repeat(30)] as const)) }); // prettier-ignore
    const { bytes, data, notes, leftOut } = buildPrompt(many);
    expect(bytes).toBeLessThanOrEqual(PROMPT_LIMITS.bytes);
    expect(bytes).toBeGreaterThan(PROMPT_LIMITS.bytes * 0.9);
    expect(leftOut).toBe(800 - notes.size);
    const { notes: sent } = JSON.parse(data) as { notes: { member: string; text: string }[] };
    expect(sent.filter(({ member }) => member === 'm2').length).toBeGreaterThan(sent.length / 3);
    expect(Math.max(...sent.map(({ text }) => text.length))).toBeLessThanOrEqual(PROMPT_LIMITS.noteText);
  });
});
