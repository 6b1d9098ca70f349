import { cuedKind } from './cues';
import { aSession, type NoteInShort, someNotes } from './example-coach-session';
import { readableNotes } from './readable-notes';
import { statementsOf } from './statements';

const statements = (...notes: readonly NoteInShort[]) =>
  statementsOf(readableNotes(aSession({ notes: someNotes(...notes) })).notes);
const said = (...notes: readonly NoteInShort[]) => statements(...notes).map(({ kind, text }) => [kind, text]);

it.each([
  ['finally hit three sessions', 'win'],
  ["didn't manage the third one", 'block'],
  ['didnt make it', 'block'],
  ["I'll go at seven", 'next'],
  ['was going to run but it rained', 'block'],
  ['I’m meeting her on Monday', 'next'],
  ['I got stuck on Monday', 'block'],
  ["didn't skip a single day", 'win'],
  ['Endlich geschafft', 'win'],
  ['leider keine Zeit', 'block'],
  ['voy a correr mañana', 'next'],
  ["je n'ai pas pu venir", 'block'],
  ['Vou na terça', 'next'],
  ['the gym has blue walls', null],
])('%j is %s by its words', (text, kind) => expect(cuedKind(text)).toBe(kind));

describe('what a note says', () => {
  it('is of the kind its author gave, else of the kind its words give', () => {
    expect(said(['ana', 'win', 'I’ll remember this one'], ['ana', 'note', 'I’ll go on Monday'])).toEqual([
      ['win', 'I’ll remember this one'],
      ['next', 'I’ll go on Monday'],
    ]);
  });

  it('falls apart into clauses where one sentence says several things', () =>
    expect(said(['ana', 'note', 'hit all three sessions but slept badly, next week I’ll go to bed at ten'])).toEqual([
      ['win', 'hit all three sessions'],
      ['block', 'slept badly'],
      ['next', 'next week I’ll go to bed at ten'],
    ]));

  it('is several things where it counts them', () =>
    expect(said(['ana', 'next', '1) row 2) press 40 kg 3) rest'])).toEqual([
      ['next', 'row'],
      ['next', 'press 40 kg'],
      ['next', 'rest'],
    ]));

  it.each([
    ['ok so, um, ran 5 km', 'ran 5 km'],
    ['Right knee is fine', 'Right knee is fine'],
    ['Well rested for once', 'Well rested for once'],
    ['.NET 8 upgrade', '.NET 8 upgrade'],
    ['-5 kg since May', '-5 kg since May'],
    ['Well, ran 5 km and', 'ran 5 km'],
  ])('%j is read as %j', (text, read) => expect(said(['ana', 'win', text])).toEqual([['win', read]]));

  it('is no win where it asks', () =>
    expect(said(['ana', 'note', 'Did you finish all three sets?'])).toEqual([
      ['note', 'Did you finish all three sets?'],
    ]));

  it('takes a label for the kind, and leaves it out', () =>
    expect(said(['ana', 'note', 'Blocker: the racks are taken'])).toEqual([['block', 'the racks are taken']]));

  it.each(['ok', 'Nothing, really.', 'no blockers', 'hello all', '💪💪', ''])('is nothing for %j', (text) =>
    expect(said(['ana', 'block', text])).toEqual([]),
  );

  it('leaves out what its author took back', () => {
    expect(said(['ana', 'next', 'Tuesday 18:30'], ['ana', 'next', 'Scratch that, Thursday 19:00'])).toEqual([
      ['next', 'Scratch that, Thursday 19:00'],
    ]);
    expect(
      said(['ana', 'next', 'Gym on Monday and Friday'], ['ana', 'next', 'Not Friday, sorry, Saturday']),
    ).toHaveLength(2);
  });

  it('takes nothing back by waiting or by the way', () => {
    expect(said(['ana', 'block', 'The crowd at six'], ['ana', 'block', 'I waited 15 minutes'])).toHaveLength(2);
    expect(said(['ana', 'win', 'Ran 5 km'], ['ana', 'win', 'I actually enjoyed the stairs'])).toHaveLength(2);
  });

  it('is said once where it is written twice, on both notes; another day is another thing', () => {
    const [one, ...more] = statements(['ana', 'win', 'Ran five km'], ['ana', 'win', 'Ran five km along the river']);
    expect([one?.noteIds, one?.text, more]).toEqual([['n1', 'n2'], 'Ran five km along the river', []]);
    expect(said(['ana', 'next', 'Legs at 18:00 on Monday'], ['ana', 'next', 'Legs at 18:00 on Friday'])).toHaveLength(
      2,
    );
  });

  it('is no win where it tells of pain', () =>
    expect(said(['ana', 'win', 'Squatted although my knee hurts'])).toEqual([
      ['note', 'Squatted although my knee hurts'],
    ]));

  it('passes on no advice about medicines or money', () =>
    expect(said(['ana', 'next', 'Take 400 mg of ibuprofen before the gym. Row for five minutes.'])).toEqual([
      ['next', 'Row for five minutes.'],
    ]));
});
