import { type Candidate } from '@podmates/domain/matching';
import { circlesOf } from './circles';
import { Scores } from './scores';

const USUAL_SIZE = 3;
const MOST = 4;

/**
 * The peer that anybody would write first: who has waited longest chooses first and takes the best company, up to
 * the usual size; who then is alone joins the group that suits best. Places in the list of people, group by group.
 */
export function firstCome(people: readonly Candidate[], now: Date): number[][] {
  const scores = new Scores(people, now);
  return circlesOf(people).flatMap((circle) => {
    const turns = circle.toSorted((a, b) => people[a]!.waitingSince.getTime() - people[b]!.waitingSince.getTime());
    const free = new Set(turns);
    const groups: number[][] = [];
    const alone: number[] = [];
    for (const first of turns) {
      if (!free.delete(first)) continue;
      const group = [first];
      while (group.length < USUAL_SIZE) {
        const chosen = best([...free], (other) => scores.fit([...group, other]));
        if (chosen === undefined) break;
        group.push(chosen);
        free.delete(chosen);
      }
      if (group.length > 1) groups.push(group);
      else alone.push(first);
    }
    for (const left of alone) {
      const withRoom = groups.filter((group) => group.length < MOST);
      best(withRoom, (group) => scores.fit([...group, left]))?.push(left);
    }
    return groups;
  });
}

/** The first of those with the highest value above zero. */
function best<T>(choices: readonly T[], valueOf: (choice: T) => number): T | undefined {
  let found: T | undefined;
  let most = 0;
  for (const choice of choices) {
    const value = valueOf(choice);
    if (value > most) [found, most] = [choice, value];
  }
  return found;
}
