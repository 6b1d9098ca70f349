import { type Candidate } from '@podmates/domain/matching';
import { circlesOf } from './circles';
import { Scores } from './scores';

/** Sums of the same numbers in another order differ by less. */
const ROUNDING = 1e-9;

/**
 * How many pairs would rather be a pod of two than what they have: they are not together, they may be a pair, and
 * that pair fits better than the present group of either. Anybody fits better than nobody.
 */
export function countBlockingPairs(
  people: readonly Candidate[],
  groups: readonly (readonly number[])[],
  now: Date,
): number {
  const scores = new Scores(people, now);
  const groupOf = people.map((_, nth) => -1 - nth);
  const present = people.map(() => 0);
  groups.forEach((group, number) => {
    for (const nth of group) {
      groupOf[nth] = number;
      present[nth] = scores.fit(group);
    }
  });
  let count = 0;
  for (const circle of circlesOf(people)) {
    circle.forEach((a, nth) => {
      for (const b of circle.slice(nth + 1)) {
        if (groupOf[a] === groupOf[b] || !scores.mayMeet(a, b)) continue;
        const together = scores.fit([a, b]) - ROUNDING;
        if (together > present[a]! && together > present[b]!) count += 1;
      }
    });
  }
  return count;
}
