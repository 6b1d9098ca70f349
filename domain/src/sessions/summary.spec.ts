import { CoachDoc, type NoteKind } from '../documents';
import { aSession } from './example-session';
import { summarise } from './summary';

const note = (id: string, kind: NoteKind, text: string, authorId = 'ana', minute = 0) => ({
  id,
  authorId,
  kind,
  text,
  writtenAt: new Date(Date.UTC(2026, 5, 1, 18, minute)),
});
const summaryOf = (...notes: ReturnType<typeof note>[]) =>
  summarise(aSession({ joinedIds: ['ben', 'ana'] }), notes, { id: 'doc1', now: new Date('2026-06-01T19:00:00Z') });

describe('the summary', () => {
  it('has a line per note that cites it: wins, blocks, next steps, as they were written', () => {
    const doc = summaryOf(
      note('n1', 'next', 'Squat on Monday'),
      note('n2', 'win', 'Second', 'ben', 2),
      note('n3', 'win', 'First', 'ana', 1),
      note('n4', 'block', 'Late shift', 'left-the-pod'),
    );
    expect(doc.lines).toEqual([
      { text: 'Ana – win: First', noteIds: ['n3'] },
      { text: 'Ben – win: Second', noteIds: ['n2'] },
      { text: 'A former podmate – blocked by: Late shift', noteIds: ['n4'] },
      { text: 'Ana – next: Squat on Monday', noteIds: ['n1'] },
    ]);
    expect(doc).toMatchObject({ id: 'doc1', sessionId: 'session1', version: 1, presentIds: ['ben', 'ana'] });
  });

  it('is empty without notes', () => expect(summaryOf().lines).toEqual([]));

  it('stays storable with the longest notes, and cuts no character in two', () => {
    const doc = summaryOf(note('n1', 'win', '💪'.repeat(250)));
    expect(CoachDoc.parse(doc)).toEqual(doc);
    expect(doc.lines[0]?.text).toMatch(/^Ana – win: 💪+…$/u);
  });

  it('cites every note, however many there are', () => {
    const notes = Array.from({ length: 250 }, (_, n) => note(`n${n}`, 'win', `Win ${n}`));
    const doc = summaryOf(...notes);
    expect(CoachDoc.parse(doc)).toEqual(doc);
    expect(doc.lines.at(-1)?.text).toBe('And 151 more notes.');
    expect(new Set(doc.lines.flatMap((line) => line.noteIds)).size).toBe(250);
  });
});
