import fc from 'fast-check';
import { diffLines, sayDiff } from './line-diff';

const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });
const textsOf = (diff: ReturnType<typeof diffLines>, ...kinds: string[]) =>
  diff.filter(({ kind }) => kinds.includes(kind)).map(({ text }) => text);

describe('what a version changed', () => {
  it('holds the whole of both versions, each in its order', () => {
    fc.assert(
      fc.property(lines, lines, (older, newer) => {
        const diff = diffLines(older, newer);
        expect(textsOf(diff, 'kept', 'removed')).toEqual(older);
        expect(textsOf(diff, 'kept', 'added')).toEqual(newer);
      }),
    );
  });

  it('calls nothing changed that is the same', () => {
    fc.assert(
      fc.property(lines, (same) => {
        expect(textsOf(diffLines(same, same), 'added', 'removed')).toEqual([]);
      }),
    );
  });

  it.each([
    [['a', 'b', 'c'], ['a', 'c'], ['b'], []],
    [['a', 'c'], ['a', 'b', 'c'], [], ['b']],
    [['a', 'b'], ['a', 'x'], ['b'], ['x']],
    [[], ['a'], [], ['a']],
  ])('from %j to %j', (older, newer, removed, added) => {
    const diff = diffLines(older, newer);
    expect([textsOf(diff, 'removed'), textsOf(diff, 'added')]).toEqual([removed, added]);
  });

  it('is told in numbers', () => {
    expect(sayDiff(diffLines(['a', 'b'], ['a', 'x', 'y']))).toBe('Sentences: 2 added, 1 removed.');
    expect(sayDiff(diffLines(['a'], []))).toBe('Sentences: 1 removed.');
    expect(sayDiff(diffLines(['a'], ['a']))).toBe('The sentences are the same.');
  });
});
