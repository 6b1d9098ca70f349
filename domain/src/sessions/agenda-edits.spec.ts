import fc from 'fast-check';
import { type AgendaItem, LIMITS } from '../documents';
import { type AgendaEdit, afterWrite, fateOf, isTaken, withOwnEdits, writeFor } from './agenda-edits';
import { anItem } from './example-session';

const AT = new Date('2026-06-01T18:00:00Z');
const anEdit = (fields: Partial<AgendaEdit>): AgendaEdit => ({
  id: 'e1',
  itemId: 'i',
  changes: {},
  titleWas: 'Wins',
  settles: [],
  ...fields,
});
const item = (fields: Partial<AgendaItem> = {}) => anItem({ id: 'i', title: 'Wins', ...fields });
const full = Object.fromEntries(
  Array.from({ length: LIMITS.alternatives }, (_, n) => [`a${n}`, { by: 'cem', text: `Other ${n}` }]),
);
const bens = { b1: { by: 'ben', text: 'Blocks' } };

describe('what becomes of an edit', () => {
  it.each([
    ['sent, where the title is the one that was seen', anEdit({ changes: { title: 'Mine' } }), item(), 'send'],
    ['put beside a title that came first', anEdit({ changes: { title: 'Mine' } }), item({ title: 'B' }), 'keep-beside'],
    ['done, where somebody wrote the same', anEdit({ changes: { title: 'Mine' } }), item({ title: 'Mine' }), 'applied'],
    [
      'done, where its answer was lost',
      anEdit({ changes: { isDone: true } }),
      item({ edits: { ana: 'e1' } }),
      'applied',
    ],
    [
      'done, where it lies beside',
      anEdit({ changes: { title: 'X' } }),
      item({ alternatives: { e1: bens.b1 } }),
      'applied',
    ],
    ['given back, where the item is gone', anEdit({ changes: { title: 'X' } }), item({ isRemoved: true }), 'give-back'],
    [
      'given back, where no place is left',
      anEdit({ changes: { title: 'X' } }),
      item({ title: 'B', alternatives: full }),
      'give-back',
    ],
    [
      'sent, where it brings the item back',
      anEdit({ changes: { title: 'X', isRemoved: false } }),
      item({ isRemoved: true }),
      'send',
    ],
    [
      'sent, where it is a tick, whatever the title is now',
      anEdit({ changes: { isDone: true } }),
      item({ title: 'B' }),
      'send',
    ],
    ['sent, where a choice is still open', anEdit({ settles: ['b1'] }), item({ alternatives: bens }), 'send'],
    ['dropped, where another has chosen', anEdit({ settles: ['b1'] }), item(), 'moot'],
    [
      'dropped, where it chose about another title',
      anEdit({ changes: { title: 'Blocks' }, settles: ['b1'] }),
      item({ title: 'C', alternatives: bens }),
      'moot',
    ],
    ['dropped, where there is no such item', anEdit({ changes: { isDone: true } }), undefined, 'moot'],
    ['sent, where the item is new', anEdit({ added: item() }), undefined, 'send'],
    ['done, where the new item is there', anEdit({ added: item() }), item(), 'applied'],
  ] as const)('it is %s', (_, edit, latest, fate) => expect(fateOf(edit, latest, 'ana')).toBe(fate));

  it('a replay of a write that was taken is refused', () => {
    const write = writeFor(anEdit({ changes: { isDone: true } }), item(), 'ana');
    expect(isTaken(item(), write)).toBe(true);
    expect(isTaken(afterWrite(item(), write, 'ana', AT), write)).toBe(false);
  });

  it('a title over one that was not seen is refused, though its revision fits', () => {
    const onTopOfOwn = writeFor(
      anEdit({ changes: { title: 'Second' }, titleWas: 'First' }),
      item({ title: 'First', rev: 2 }),
      'ben',
    );
    expect(isTaken(item({ title: 'Of Ana', rev: 2 }), onTopOfOwn)).toBe(false);
  });
});

describe('two titles from the same base', () => {
  const titles = (found: AgendaItem) =>
    [found.title, ...Object.values(found.alternatives).map(({ text }) => text)].sort();

  it('are both kept, each with its author, whichever arrives first', () => {
    const people = fc.uniqueArray(fc.constantFrom('ana', 'ben', 'cem', 'dia'), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(people, (order) => {
        const edits = order.map((who) => [who, anEdit({ id: `e-${who}`, changes: { title: `${who} says` } })] as const);
        const kept = edits.reduce((found, [who, edit]) => {
          const write = writeFor(edit, found, who);
          expect(isTaken(found, write)).toBe(true);
          return afterWrite(found, write, who, AT);
        }, item());
        expect(titles(kept)).toEqual(order.map((who) => `${who} says`).sort());
        for (const { by, text } of Object.values(kept.alternatives)) expect(text).toBe(`${by} says`);
        expect(kept.worded).toEqual({ by: order[0], was: 'Wins' });
      }),
    );
  });
});

describe('own edits that have no answer yet', () => {
  it('are laid over what the server has, in the order they were made, and none twice', () => {
    const items = [anItem({ id: 'x', orderKey: 'a1' }), item({ orderKey: 'a2', edits: { ana: 'e0' }, isDone: true })];
    const edits = [
      anEdit({ id: 'e0', changes: { isDone: true } }),
      anEdit({ id: 'e1', changes: { title: 'Mine' } }),
      anEdit({ id: 'e2', changes: { orderKey: 'a0' }, titleWas: 'Mine' }),
      anEdit({ id: 'e3', itemId: 'new', added: anItem({ id: 'new', orderKey: 'a3' }) }),
    ];
    const seen = withOwnEdits(items, edits, 'ana');
    expect(seen.map(({ id, title }) => [id, title])).toEqual([
      ['i', 'Mine'],
      ['x', 'Item x'],
      ['new', 'Item new'],
    ]);
    expect(withOwnEdits(items, [], 'ana')).toBe(items);
  });

  it('do not hide a title that somebody else wrote meanwhile', () => {
    const [seen] = withOwnEdits([item({ title: 'Of Ben' })], [anEdit({ changes: { title: 'Mine' } })], 'ana');
    expect(seen?.title).toBe('Of Ben');
  });
});
