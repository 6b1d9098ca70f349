/** A line of the newer version (`kept`, `added`), or one that only the older has (`removed`). */
export interface DiffedLine {
  readonly kind: 'kept' | 'added' | 'removed';
  readonly text: string;
}

/**
 * What the newer of two versions changed, line by line: the fewest additions and removals, in the order of reading. A
 * line in other words is removed and added. Costs the product of both lengths, which are at most a hundred.
 */
export function diffLines(older: readonly string[], newer: readonly string[]): DiffedLine[] {
  const common = commonLengths(older, newer);
  const diff: DiffedLine[] = [];
  let [from, to] = [0, 0];
  while (from < older.length || to < newer.length) {
    const [before, after] = [older[from], newer[to]];
    if (before !== undefined && before === after) {
      diff.push({ kind: 'kept', text: before });
      from += 1;
      to += 1;
    } else if (before !== undefined && at(common, from + 1, to) >= at(common, from, to + 1)) {
      diff.push({ kind: 'removed', text: before });
      from += 1;
    } else {
      diff.push({ kind: 'added', text: after ?? '' });
      to += 1;
    }
  }
  return diff;
}

/** How many lines the rests from each pair of places have in common. */
function commonLengths(older: readonly string[], newer: readonly string[]): number[][] {
  const lengths = Array.from({ length: older.length + 1 }, () => new Array<number>(newer.length + 1).fill(0));
  for (let from = older.length - 1; from >= 0; from -= 1)
    for (let to = newer.length - 1; to >= 0; to -= 1) {
      const row = lengths[from] ?? [];
      row[to] =
        older[from] === newer[to]
          ? at(lengths, from + 1, to + 1) + 1
          : Math.max(at(lengths, from + 1, to), at(lengths, from, to + 1));
    }
  return lengths;
}

const at = (lengths: readonly (readonly number[])[], from: number, to: number): number => lengths[from]?.[to] ?? 0;

/** "Sentences: 2 added, 1 removed." */
export function sayDiff(diff: readonly DiffedLine[]): string {
  const count = (kind: DiffedLine['kind']) => diff.filter((line) => line.kind === kind).length;
  const [added, removed] = [count('added'), count('removed')];
  if (added + removed === 0) return 'The sentences are the same.';
  const parts = [added > 0 ? `${added} added` : '', removed > 0 ? `${removed} removed` : ''];
  return `Sentences: ${parts.filter((part) => part !== '').join(', ')}.`;
}
