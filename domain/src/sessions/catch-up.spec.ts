import { type SessionNote } from '../documents';
import { catchUp } from './catch-up';
import { anItem } from './example-session';

const at = (minute: number) => new Date(Date.UTC(2026, 5, 1, 18, minute));
const note = (id: string, authorId: string, kind: SessionNote['kind'], minute: number): SessionNote => ({
  id,
  authorId,
  readerIds: ['ana', 'ben'],
  kind,
  text: id,
  writtenAt: at(minute),
});
const room = {
  memberId: 'ana',
  items: [
    anItem({ id: 'z', title: 'Last', orderKey: 'a3' }),
    anItem({ id: 'x', title: 'Wins', orderKey: 'a0', isDone: true }),
    anItem({ id: 'gone', orderKey: 'a1', isRemoved: true, isDone: true }),
    anItem({ id: 'y', title: 'Blocks', orderKey: 'a2' }),
  ],
  notes: [
    note('n3', 'ben', 'next', 9),
    note('n1', 'ben', 'win', 2),
    note('n2', 'cem', 'block', 7),
    note('own', 'ana', 'win', 8),
  ],
  presentIds: ['ana', 'ben'],
  currentItemId: 'y',
  since: null,
  until: at(30),
};
const ids = (notes: readonly SessionNote[]) => notes.map(({ id }) => id);

describe('what somebody missed', () => {
  it('is what was done, where the agenda is, who is here, and what the others noted and decided', () => {
    const card = catchUp(room);
    expect(card).toMatchObject({
      doneTitles: ['Wins'],
      current: { title: 'Blocks', place: 2, count: 3 },
      hereIds: ['ben'],
    });
    expect([ids(card.notes), ids(card.decisions)]).toEqual([['n1', 'n2'], ['n3']]);
  });

  it('ends where they see for themselves', () => {
    expect(ids(catchUp({ ...room, until: at(5) }).notes)).toEqual(['n1']);
  });

  it('counts from when they last saw the room', () => {
    const card = catchUp({ ...room, since: at(7) });
    expect([ids(card.notes), ids(card.decisions)]).toEqual([[], ['n3']]);
  });

  it('has no current item where none is open, or where it was removed', () => {
    expect(catchUp({ ...room, currentItemId: null }).current).toBeNull();
    expect(catchUp({ ...room, currentItemId: 'gone' }).current).toBeNull();
  });
});
