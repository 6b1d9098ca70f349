import { type Grouping, MOST_MEMBERS } from './grouping';
import { type Neighbours } from './neighbours';
import { FORBIDDEN } from './roster';
import { blockingAround, LEAST_GAIN, WORTH_OF_PEACE } from './settle';

/** Up to this many people every grouping is compared, in effect: 2^n sums over some hundred groups, 5 ms for twelve. */
export const EXACT_SIZE = { thorough: 12, quick: 10 } as const;
/** No sum of worths makes up for one person left out. */
const ONE_PLACED = 100;

interface Possible {
  readonly mask: number;
  readonly rows: readonly number[];
  readonly worth: number;
}

/** Groupings looked at for one that fewer would leave; a component of this size seldom has as many that are so good. */
const MOST_COMPARED = 1_000;

/** Groups the rows, all of them alone, as well as can be: most people placed, then the highest sum of worths. */
export function groupExactly(grouping: Grouping, rows: readonly number[]): void {
  for (const group of bestOf(tableOf(grouping, rows))) grouping.form(group.rows);
}

/**
 * As `groupExactly`, but of the groupings that place as many the one in which the sum, less `WORTH_OF_PEACE` for each
 * blocking pair, is highest. It begins with the best sum, so each pair less costs at most that much of it.
 */
export function groupPeacefully(grouping: Grouping, neighbours: Neighbours, rows: readonly number[]): void {
  const table = tableOf(grouping, rows);
  const groups = bestOf(table);
  for (const group of groups) grouping.form(group.rows);
  let blocking = blockingAround(grouping, neighbours, rows);
  if (blocking === 0) return;
  let chosen: readonly Possible[] = groups;
  let compared = 0;
  const most = table.best.at(-1)!;
  let least = most - blocking * WORTH_OF_PEACE;
  const extend = (free: number, sum: number, begun: readonly Possible[]): void => {
    if (compared === MOST_COMPARED || sum + table.best[free]! <= least + LEAST_GAIN) return;
    if (free === 0) {
      compared += 1;
      regroup(grouping, rows, begun);
      blocking = blockingAround(grouping, neighbours, rows);
      if (sum - blocking * WORTH_OF_PEACE <= least + LEAST_GAIN) return;
      least = sum - blocking * WORTH_OF_PEACE;
      chosen = begun;
      return;
    }
    for (const group of table.possible[31 - Math.clz32(free & -free)]!)
      if ((group.mask & free) === group.mask) extend(free & ~group.mask, sum + valueOf(group), [...begun, group]);
    extend(free & ~(free & -free), sum, begun);
  };
  extend(table.best.length - 1, 0, []);
  regroup(grouping, rows, chosen);
}

function regroup(grouping: Grouping, rows: readonly number[], groups: readonly Possible[]): void {
  const before = new Set(rows.map((row) => grouping.groupOf[row]!));
  grouping.replace(
    [...before],
    groups.map((group) => group.rows),
  );
}

/** What can be made of each set of rows, as a mask: the highest value, and the group with its first row that does. */
interface Table {
  readonly possible: readonly (readonly Possible[])[];
  readonly best: Float64Array;
  readonly choice: readonly (Possible | null)[];
}

const valueOf = ({ rows, worth }: Possible): number => worth + ONE_PLACED * rows.length;

function tableOf(grouping: Grouping, rows: readonly number[]): Table {
  const possible = possibleGroups(grouping, rows);
  const best = new Float64Array(1 << rows.length);
  const choice = new Array<Possible | null>(1 << rows.length).fill(null);
  for (let free = 1; free < best.length; free += 1) {
    const first = 31 - Math.clz32(free & -free);
    best[free] = best[free & ~(1 << first)]!;
    for (const group of possible[first]!) {
      if ((group.mask & free) !== group.mask) continue;
      const sum = best[free & ~group.mask]! + valueOf(group);
      if (sum <= best[free]!) continue;
      best[free] = sum;
      choice[free] = group;
    }
  }
  return { possible, best, choice };
}

function bestOf({ best, choice }: Table): Possible[] {
  const groups: Possible[] = [];
  let free = best.length - 1;
  while (free !== 0) {
    const group = choice[free];
    if (group) groups.push(group);
    free &= group ? ~group.mask : ~(free & -free);
  }
  return groups;
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
