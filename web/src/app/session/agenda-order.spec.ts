import { sortAgenda } from '@podmates/domain/sessions';
import { anItem } from '../../testing/fake-room';
import { keyAtEnd, keyForPlace } from './agenda-order';

const items = ['a', 'b', 'c', 'd'].map((id, place) => anItem({ id, orderKey: `a${place}` }));
const moved = (itemId: string, to: number): string => {
  const orderKey = keyForPlace(items, itemId, to);
  if (orderKey === null) return 'stays';
  return sortAgenda(items.map((item) => (item.id === itemId ? { ...item, orderKey } : item)))
    .map(({ id }) => id)
    .join('');
};

describe('a place in the agenda', () => {
  it.each([
    ['a', 3, 'bcda'],
    ['d', 0, 'dabc'],
    ['a', 1, 'bacd'],
    ['d', 2, 'abdc'],
    ['b', 99, 'acdb'],
    ['c', -1, 'cabd'],
  ])('moves %s to %d', (itemId, to, order) => expect(moved(itemId, to)).toBe(order));

  it('needs no write where the item lies already', () => expect(moved('b', 1)).toBe('stays'));

  it('goes around two items that were given the same key at once', () => {
    const twins = [
      anItem({ id: 'a', orderKey: 'a0' }),
      anItem({ id: 'b', orderKey: 'a0' }),
      anItem({ id: 'c', orderKey: 'a1' }),
    ];
    const key = keyForPlace(twins, 'c', 1) ?? '';
    expect(key > 'a0').toBe(true);
  });

  it('below all others is after the last', () => expect(keyAtEnd(items) > 'a3').toBe(true));
});
