import { type Grouping } from './grouping';
import { FORBIDDEN } from './roster';
import { MOST_MEMBERS } from './grouping';

/** Up to this many people every grouping is compared, in effect: 2^n sums over some hundred groups, 5 ms for twelve. */
export const EXACT_SIZE = { thorough: 12, quick: 10 } as const;
/** No sum of worths makes up for one person left out. */
const ONE_PLACED = 100;

interface Possible {
  readonly mask: number;
  readonly rows: readonly number[];
  readonly worth: number;
}

/** Groups the rows, all of them alone, as well as can be: most people placed, then the highest sum of worths. */
export function groupExactly(grouping: Grouping, rows: readonly number[]): void {
  const possible = possibleGroups(grouping, rows);
  const best = new Float64Array(1 << rows.length);
  const choice = new Array<Possible | null>(1 << rows.length).fill(null);
  for (let free = 1; free < best.length; free += 1) {
    const first = 31 - Math.clz32(free & -free);
    best[free] = best[free & ~(1 << first)]!;
    for (const group of possible[first]!) {
      if ((group.mask & free) !== group.mask) continue;
      const sum = best[free & ~group.mask]! + group.worth + ONE_PLACED * group.rows.length;
      if (sum <= best[free]!) continue;
      best[free] = sum;
      choice[free] = group;
    }
  }
  let free = best.length - 1;
  while (free !== 0) {
    const group = choice[free];
    if (group) grouping.form(group.rows);
    free &= group ? ~group.mask : ~(free & -free);
  }
}

/** Every allowed group, listed under the first of its rows. */
function possibleGroups(grouping: Grouping, rows: readonly number[]): Possible[][] {
  const found: Possible[][] = rows.map(() => []);
  const trial = new Int32Array(MOST_MEMBERS);
  const extend = (first: number, last: number, mask: number, size: number): void => {
    for (let next = last + 1; next < rows.length; next += 1) {
      trial[size] = rows[next]!;
      const worth = grouping.roster.score(trial, size + 1);
      const wider = mask | (1 << next);
      if (worth !== FORBIDDEN)
        found[first]!.push({ mask: wider, rows: Array.from(trial.subarray(0, size + 1)), worth });
      if (size + 1 < MOST_MEMBERS) extend(first, next, wider, size + 1);
    }
  };
  rows.forEach((row, first) => {
    trial[0] = row;
    extend(first, first, 1 << first, 1);
  });
  return found;
}
