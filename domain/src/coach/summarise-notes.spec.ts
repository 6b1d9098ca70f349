import { aMember, aSession, someNotes } from './example-coach-session';
import { readableNotes } from './readable-notes';
import { statementsOf } from './statements';
import { summariseNotes } from './summarise-notes';

function lines(session = aSession(), room = 60): string[] {
  const { notes, members } = readableNotes(session);
  const byId = new Map(notes.map((note) => [note.id, note]));
  return summariseNotes(statementsOf(notes), members, byId, room).map(
    ({ text, cites }) => `${text} [${cites.join(' ')}]`,
  );
}

describe('the summary', () => {
  it('says of each what was won, what got in the way and what comes next, citing the note', () => {
    const notes = someNotes(['ben', 'next', 'Monday at 6'], ['ana', 'block', 'No free rack'], ['ana', 'win', '80 kg']);
    expect(lines(aSession({ notes }))).toEqual([
      'Ana – win: 80 kg [n3]',
      'Ana – blocked by: No free rack [n2]',
      'Ben – next: Monday at 6 [n1]',
    ]);
  });

  it('gives those who are away suggestions, after those who are here', () => {
    const members = [aMember('cem', { present: false }), aMember('ana')];
    const notes = someNotes(['cem', 'next', 'Pool on Sunday'], ['ana', 'win', 'Two sessions']);
    expect(lines(aSession({ members, notes }))).toEqual([
      'Ana – win: Two sessions [n2]',
      'Cem (away) – suggestion: Pool on Sunday [n1]',
    ]);
  });

  it('keeps what weighs most where there is more than fits', () => {
    const notes = someNotes(
      ['ana', 'win', 'Pressed 35 kg for 6 on Monday'],
      ['ana', 'win', 'Stairs'],
      ['ana', 'win', 'Ran 8 km in 44 minutes on Sunday'],
      ['ana', 'win', 'Slept 8 hours on five nights, Tuesday too'],
      ['ana', 'win', 'Swam 40 lengths on Wednesday morning'],
    );
    const told = lines(aSession({ notes }));
    expect(told).toHaveLength(3);
    expect(told.join()).not.toContain('Stairs');
  });

  it('lets everybody have their say where there is room for little', () => {
    const members = Array.from({ length: 5 }, (_, n) => aMember(`member${n}`));
    const notes = someNotes(
      ...members.flatMap(({ id }) => [
        [id, 'win', 'Ran 5 km on Monday'] as const,
        [id, 'win', 'Swam 40 lengths on Friday'] as const,
      ]),
    );
    expect(new Set(lines(aSession({ members, notes }), 5).map((line) => line.split(' ')[0]))).toHaveProperty('size', 5);
  });

  it('drops a line that does not stand on its notes', () => {
    const { notes, members } = readableNotes(aSession({ notes: someNotes(['ana', 'win', 'Ran 5 km']) }));
    const [statement] = statementsOf(notes);
    const invented = [
      { ...statement!, text: 'Ran 6 km' },
      { ...statement!, text: 'Ran with Zoe' },
      { ...statement!, noteIds: [] },
    ];
    expect(summariseNotes(invented, members, new Map(notes.map((note) => [note.id, note])), 60)).toEqual([]);
  });
});
