import { aSession, someNotes, type NoteInShort } from './example-coach-session';
import { makeQuiz } from './make-quiz';
import { readableNotes } from './readable-notes';
import { statementsOf } from './statements';

const NOTES: readonly NoteInShort[] = [
  ['ana', 'win', 'Squatted 80 kg for five'],
  ['ben', 'win', 'Ran 8 km along the river'],
  ['ana', 'block', 'No free rack at noon'],
  ['ben', 'block', 'Late shift three times'],
  ['ana', 'next', 'Train on Monday before breakfast'],
  ['ben', 'next', 'Swim on Thursday with my sister'],
  ['ana', 'win', 'Pressed 35 kg without a break'],
];
const quiz = (notes: readonly NoteInShort[], seed = 1) =>
  makeQuiz(statementsOf(readableNotes(aSession({ notes: someNotes(...notes) })).notes), seed);
const textOf = (ids: readonly string[]): string =>
  ids
    .map((id) => `${NOTES[Number(id.slice(1)) - 1]?.[0]} ${NOTES[Number(id.slice(1)) - 1]?.[2]}`)
    .join(' ')
    .toLowerCase();

describe('the quiz', () => {
  it('has three questions, each answered by the notes it cites, each with other notes as wrong choices', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const questions = quiz(NOTES, seed);
      expect(questions).toHaveLength(3);
      for (const { choices, answer, cites } of questions) {
        expect(textOf(cites)).toContain(choices[answer]!.toLowerCase());
        const others = NOTES.map((_, n) => `n${n + 1}`).filter((id) => !cites.includes(id));
        for (const [n, choice] of choices.entries())
          if (n !== answer) expect(textOf(others)).toContain(choice.toLowerCase());
        expect(new Set(choices).size).toBe(choices.length);
        expect(choices.length).toBeGreaterThanOrEqual(2);
      }
    }
  });

  it('asks in different ways of different notes', () => {
    const questions = quiz(NOTES);
    expect(new Set(questions.flatMap(({ cites }) => cites)).size).toBe(3);
    expect(new Set(questions.map(({ question }) => question.split(' ')[0])).size).toBe(3);
  });

  it('is the same for the same seed; the answer is not always in one place', () => {
    expect(quiz(NOTES, 7)).toEqual(quiz(NOTES, 7));
    const places = Array.from({ length: 20 }, (_, seed) => quiz(NOTES, seed)[0]?.answer);
    expect(new Set(places).size).toBeGreaterThan(1);
  });

  it('has no choice that could be right, too', () => {
    const questions = quiz([['ana', 'win', 'Ran 5 km'], ['ana', 'win', 'Slept eight hours'], ['ben', 'win', 'Ran 5 km as well'], ['ben', 'block', 'Rain']]); // prettier-ignore
    for (const { question, choices, answer } of questions)
      if (question.includes('Ana note as a win'))
        expect(choices.filter((choice, n) => n !== answer && /Ran 5 km$|Slept/u.test(choice))).toEqual([]);
  });

  it('is shorter where the notes hold less, and asks of no injury', () => {
    expect(quiz([])).toEqual([]);
    expect(quiz([['ana', 'win', 'Ran 5 km']])).toEqual([]);
    expect(
      quiz([
        ['ana', 'block', 'My knee hurts'],
        ['ben', 'block', 'My back hurts'],
      ]),
    ).toEqual([]);
  });
});
