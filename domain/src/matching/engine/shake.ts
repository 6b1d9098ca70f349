import { gather } from './gather';
import { ALONE, type Grouping } from './grouping';
import { type LocalSearch } from './local-search';
import { type Neighbours } from './neighbours';
import { CHAIN, placeLeftOut } from './place-left-out';
import { diceOf } from './turn';

/** Groups taken apart at once: enough to get out of a dead end, few enough to mend quickly. */
const MOST_TAKEN_APART = 3;
/** Neighbours that somebody looking for a place anew looks at. */
const WIDTH = 10;
/** A difference below this is the rounding of sums. */
const LEAST_GAIN = 1e-9;

/**
 * Gets out of where no single step gains: takes a few neighbouring groups apart, lets everybody find a place anew, and
 * keeps the result when nobody more is left out and the sum is no lower. `rounds` bounds the work.
 */
export function shake(
  grouping: Grouping,
  neighbours: Neighbours,
  rows: readonly number[],
  p: { search: LocalSearch; rounds: number; seed: number },
): void {
  const dice = diceOf(p.seed);
  const pick = (count: number): number => Math.floor(dice() * count);
  const leftOut = rows.filter((row) => grouping.groupOf[row] === ALONE);
  for (let round = 0; round < p.rounds; round += 1) {
    const { placed, total } = grouping;
    // Every other round begins with somebody who is left out, while there is one.
    const from = round % 2 === 0 && leftOut.length > 0 ? leftOut : rows;
    const first = from[pick(from.length)]!;
    grouping.attempt(
      () => {
        const loose = takeApart(grouping, neighbours, first, pick);
        if (from === leftOut) gather(grouping, neighbours, [first]);
        p.search.improve(loose, WIDTH);
        p.search.improve(gather(grouping, neighbours, loose), WIDTH);
        p.search.improve(placeLeftOut(grouping, neighbours, loose, CHAIN.short), WIDTH);
      },
      () => grouping.placed > placed || (grouping.placed === placed && grouping.total > total - LEAST_GAIN),
    );
  }
}

/** Ends the group of `first` and those of a few neighbours; gives their people in no particular order. */
function takeApart(
  grouping: Grouping,
  neighbours: Neighbours,
  first: number,
  pick: (count: number) => number,
): number[] {
  const around = [first];
  for (let n = pick(MOST_TAKEN_APART); n >= 0; n -= 1)
    around.push(neighbours.of(first, pick(neighbours.count[first]!)));
  const groups = new Set(around.map((row) => grouping.groupOf[row]!));
  const loose = around.filter((row) => grouping.groupOf[row] === ALONE);
  for (const group of groups) if (group !== ALONE) loose.push(...grouping.dissolve(group));
  for (let n = loose.length - 1; n > 0; n -= 1) {
    const other = pick(n + 1);
    [loose[n], loose[other]] = [loose[other]!, loose[n]!];
  }
  return loose;
}
