import { type Candidate } from '@podmates/domain/matching';
import { circlesOf } from './circles';
import { Scores } from './scores';

/** Places of the members in the list of people, and the score of their group. */
export type AllowedGroup = readonly [members: readonly number[], score: number];

/**
 * Every group of two to four that may be a pod. A larger one is looked for only where each pair may meet, since no
 * size of group makes a pair meet that may not.
 */
export function allowedGroups(people: readonly Candidate[], now: Date): AllowedGroup[] {
  const scores = new Scores(people, now);
  const found: AllowedGroup[] = [];
  const note = (group: readonly number[]): void => {
    const score = scores.of(group);
    if (score > 0) found.push([group, score]);
  };
  for (const circle of circlesOf(people)) {
    circle.forEach((a, nth) => {
      const afterA = circle.slice(nth + 1).filter((b) => scores.mayMeet(a, b));
      afterA.forEach((b, nth) => {
        note([a, b]);
        const afterB = afterA.slice(nth + 1).filter((c) => scores.mayMeet(b, c));
        afterB.forEach((c, nth) => {
          note([a, b, c]);
          for (const d of afterB.slice(nth + 1)) if (scores.mayMeet(c, d)) note([a, b, c, d]);
        });
      });
    });
  }
  return found;
}
