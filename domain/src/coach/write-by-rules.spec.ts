import { ATTACKS } from './example-attacks';
import { aMember, anItem, aSession, type NoteInShort, someNotes } from './example-coach-session';
import { checkAnswer, isAnswer } from './check-answer';
import { buildPrompt } from './prompt';
import { runCoach } from './run-coach';
import { writeByRules } from './write-by-rules';

const NOTES: readonly NoteInShort[] = [
  ['ana', 'win', 'Squatted 80 kg for five, three sessions done'],
  ['ana', 'next', 'Train on Monday at 7:00'],
  ['ana', 'next', 'Book a trainer'],
  ['ben', 'block', 'Did not sleep because of the late shift'],
  ['ben', 'note', 'Swam although my knee hurts'],
  ['cem', 'next', 'Pool on Sunday'],
];
const sessionOf = (...notes: readonly NoteInShort[]) =>
  aSession({
    members: [aMember('ana'), aMember('ben'), aMember('cem', { present: false })],
    openItems: [anItem('i1', 'ana', 'Book a trainer')],
    notes: someNotes(...notes),
  });

describe('the rules in a model’s place', () => {
  it('say through the check what the coach says without a model', () => {
    const session = sessionOf(...NOTES);
    const prompt = buildPrompt(session);
    const coached = runCoach(session, { seed: 1 });
    const output = checkAnswer(writeByRules(prompt), prompt, session, coached);
    expect(output).toEqual(coached.output);
    expect(output?.actions.map(({ text }) => text)).toEqual(['Train on Monday at 7:00']);
  });

  it('name members and notes as the prompt does', () => {
    const { summary } = JSON.parse(writeByRules(buildPrompt(sessionOf(...NOTES)))) as { summary: object[] };
    expect(summary[0]).toMatchObject({ member: 'm1', kind: 'win', cites: ['n1'] });
  });

  it('answer in the shape that was asked for, whatever members write, and with nothing to say', () => {
    for (const { text } of ATTACKS.filter(({ place }) => place === 'note'))
      expect(isAnswer(writeByRules(buildPrompt(sessionOf(['ana', 'next', text], ...NOTES))))).toBe(true);
    expect(isAnswer(writeByRules(buildPrompt(aSession({ members: [aMember('ana', { aiConsent: false })] }))))).toBe(
      true,
    );
  });
});
