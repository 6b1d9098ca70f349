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
/** Who could gain is looked up anew so seldom that, spread over the rounds, each pays for so many people. */
const LOOKED_AT_IN_A_ROUND = 64;
/** A difference below this is the rounding of sums. */
const LEAST_GAIN = 1e-9;

/** How much work is put into it: rounds at most, and rounds in a row without a gain after which it is given up. */
export interface Effort {
  readonly rounds: number;
  readonly patience: number;
}

/**
 * Gets out of where no single step gains: takes a few neighbouring groups apart, lets everybody find a place anew, and
 * keeps the result when nobody more is left out and the sum is no lower. It begins with those who could have it better
 * by `price`, and ends when there are none, or when nothing was gained for long. Gives the rounds that it took.
 */
export function shake(
  grouping: Grouping,
  neighbours: Neighbours,
  rows: readonly number[],
  p: { search: LocalSearch; price: Float64Array; effort: Effort; seed: number },
): number {
  const dice = diceOf(p.seed);
  const pick = (count: number): number => Math.floor(dice() * count);
  const leftOut = rows.filter((row) => grouping.groupOf[row] === ALONE);
  let hopeful = whoCouldGain(grouping, rows, p.price);
  let lastGain = 0;
  let lastLook = 0;
  let round = 0;
  for (; round < p.effort.rounds && round - lastGain < p.effort.patience && hopeful.length > 0; round += 1) {
    const { placed, total } = grouping;
    // Every other round begins with somebody who is left out, while there is one.
    const from = round % 2 === 0 ? (leftOut.length > 0 ? leftOut : hopeful) : rows;
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
    if (grouping.placed === placed && grouping.total < total + LEAST_GAIN) continue;
    lastGain = round;
    if (round - lastLook < rows.length / LOOKED_AT_IN_A_ROUND) continue;
    lastLook = round;
    hopeful = whoCouldGain(grouping, rows, p.price);
  }
  return round;
}

/** Whoever pays more for their place than it is worth: only of their groups could others be worth more together. */
function whoCouldGain(grouping: Grouping, rows: readonly number[], price: Float64Array): number[] {
  return rows.filter((row) => {
    const group = grouping.groupOf[row]!;
    if (group === ALONE) return price[row]! > LEAST_GAIN;
    const paid = grouping.membersOf(group).reduce((sum, member) => sum + price[member]!, 0);
    return paid > grouping.worthOf[group]! + LEAST_GAIN;
  });
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
