import { type Candidate } from '@podmates/domain/matching';
import { circlesOf } from './circles';
import { Scores } from './scores';

/** Sums of the same numbers in another order differ by less. */
const ROUNDING = 1e-9;

/**
 * How many pairs would rather be a pod of two than what they have: they are not together, they may be a pair, and
 * each one's share of the pair's score is above the share in the present group (none: zero).
 */
export function countBlockingPairs(
  people: readonly Candidate[],
  groups: readonly (readonly number[])[],
  now: Date,
): number {
  const scores = new Scores(people, now);
  const groupOf = people.map((_, nth) => -1 - nth);
  const share = people.map(() => 0);
  groups.forEach((group, number) => {
    for (const nth of group) {
      groupOf[nth] = number;
      share[nth] = scores.of(group) / group.length;
    }
  });
  let count = 0;
  for (const circle of circlesOf(people)) {
    circle.forEach((a, nth) => {
      for (const b of circle.slice(nth + 1)) {
        if (groupOf[a] === groupOf[b] || !scores.mayMeet(a, b)) continue;
        const together = scores.of([a, b]) / 2 - ROUNDING;
        if (together > share[a]! && together > share[b]!) count += 1;
      }
    });
  }
  return count;
}
