import fc from 'fast-check';
import { AgendaItem, Track } from '../documents';
import { SPRINT_TEMPLATES } from '../sprints';
import { agendaFor, fitted, nextItemAfter, orderKeyBetween, sortAgenda, visibleAgenda } from './agenda';
import { anItem, aSession } from './example-session';

const idsOf = (items: readonly AgendaItem[]) => items.map((item) => item.id);
const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);

describe('the agenda of a session', () => {
  it.each(Track.options)('comes from the template of the track %s, with its reasons and in its order', (track) => {
    const agenda = agendaFor(aSession({ track, minutes: 120 }), (n) => `item-${n}`);
    const texts = ({ title, why, minutes }: { title: string; why: string; minutes: number }) => [title, why, minutes];
    expect(agenda.map(texts)).toEqual(SPRINT_TEMPLATES[track].agenda.map(texts));
    expect(idsOf(sortAgenda(agenda))).toEqual(agenda.map((_, n) => `item-${n}`));
    for (const item of agenda) expect(AgendaItem.parse(item)).toEqual(item);
  });

  it.each([15, 20, 33, 45, 50, 60, 120])('fits into %d minutes', (minutes) => {
    const agenda = agendaFor(aSession({ minutes }), (n) => `item-${n}`);
    expect(sum(agenda.map((item) => item.minutes))).toBeLessThanOrEqual(minutes);
    expect(agenda).toHaveLength(SPRINT_TEMPLATES.gym.agenda.length);
  });

  it('is shortened in proportion, to whole minutes of at least one', () => {
    expect(fitted([5, 10, 15], 30)).toEqual([5, 10, 15]);
    expect(fitted([5, 10, 15], 15)).toEqual([2, 5, 7]);
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 30 }),
        fc.integer({ min: 15, max: 120 }),
        (lengths, most) => {
          const fit = fitted(lengths, most);
          expect(sum(fit)).toBeLessThanOrEqual(most);
          expect(fit.every((length) => Number.isInteger(length) && length >= 1)).toBe(true);
          expect(fit).toHaveLength(Math.min(lengths.length, sum(lengths) <= most ? lengths.length : most));
        },
      ),
    );
  });
});

describe('the order of items', () => {
  const items = [
    anItem({ id: 'c', orderKey: 'a2' }),
    anItem({ id: 'b2', orderKey: 'a1', isRemoved: true }),
    anItem({ id: 'b1', orderKey: 'a1' }),
    anItem({ id: 'a', orderKey: 'Zz' }), // by code unit, capitals come first
  ];

  it('is by key, then by id, without those removed', () => {
    expect(idsOf(sortAgenda(items))).toEqual(['a', 'b1', 'b2', 'c']);
    expect(idsOf(visibleAgenda(items))).toEqual(['a', 'b1', 'c']);
  });

  it.each([
    [null, 'a'],
    ['a', 'b1'],
    ['b1', 'c'],
    ['b2', 'c'], // removed while it was current
    ['c', undefined],
    ['unknown', 'a'],
  ])('after %s comes %s', (currentId, next) => expect(nextItemAfter(items, currentId)?.id).toBe(next));

  it('has nothing next without items', () => expect(nextItemAfter([], null)).toBeNull());
});

describe('an order key', () => {
  it('between two keys that are the same is that key', () => expect(orderKeyBetween('a1', 'a1')).toBe('a1'));

  it.each([
    ['not made here', 'hello, world', null],
    ['a neighbour that is not a key', 'a0', '!!'],
    ['two that are not', '~', '~'],
  ])('can be made beside %s', (_, before, after) => {
    const key = orderKeyBetween(before, after);
    expect(orderKeyBetween(key, null) > key).toBe(true);
  });

  it('puts a hundred items in at one place and stays storable', () => {
    let last = orderKeyBetween(null, null);
    const end = orderKeyBetween(last, null);
    for (let n = 0; n < 100; n += 1) {
      const between = orderKeyBetween(last, end);
      expect(last < between && between < end).toBe(true);
      last = between;
    }
    expect(last.length).toBeLessThanOrEqual(100);
  });

  it('keeps one order for all when several insert at the same place at once', () => {
    const rounds = fc.array(fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), { maxLength: 12 });
    fc.assert(
      fc.property(rounds, fc.infiniteStream(fc.nat()), (inserts, chance) => {
        let items = [anItem({ id: 'first', orderKey: orderKeyBetween(null, null) })];
        let count = 0;
        for (const places of inserts) {
          // Everybody of a round sees the same items and none of the others' new ones.
          const seen = sortAgenda(items);
          const added = places.map((place) => {
            const at = place % (seen.length + 1);
            const before = seen[at - 1]?.orderKey ?? null;
            const after = seen[at]?.orderKey ?? null;
            const orderKey = orderKeyBetween(before, after);
            expect(before === null || before <= orderKey).toBe(true);
            expect(after === null || orderKey <= after).toBe(true);
            count += 1;
            return anItem({ id: `i${(place * 31) % 97}-${count}`, orderKey });
          });
          items = [...items, ...added];
          const kept = idsOf(sortAgenda(items)).filter((id) => seen.some((item) => item.id === id));
          expect(kept).toEqual(idsOf(seen)); // nobody's item moves past another's
        }
        const mixed = items
          .map((item) => ({ item, turn: chance.next().value as number }))
          .sort((a, b) => a.turn - b.turn)
          .map(({ item }) => item);
        expect(idsOf(sortAgenda(mixed))).toEqual(idsOf(sortAgenda(items)));
      }),
    );
  });
});
