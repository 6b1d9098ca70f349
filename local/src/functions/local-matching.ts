import { type Candidate, type MatchEngine, type MatchGroup } from '@podmates/domain/matching';
import { isDemo } from '../people/choices';

/** Demo people fill a pod up to this size; only visitors make it larger. */
const USUAL_SIZE = 3;

/**
 * Demo people wait for visitors, not for each other: visitors choose first, a group without one is not proposed, and
 * demo people do not crowd a pod. Everything else is the engine's own decision.
 */
export const visitorsFirst =
  (engine: MatchEngine): MatchEngine =>
  (people, p) => {
    const inOrder = people.map((person) => (isDemo(person.id) ? { ...person, waitingSince: p.now } : person));
    const matching = engine(inOrder, p);
    const groups = matching.groups
      .filter((group) => !group.memberIds.every(isDemo))
      .flatMap((group) => (isCrowded(group) ? engine(withoutLastDemo(inOrder, group), p).groups : [group]));
    return { ...matching, groups };
  };

const isCrowded = ({ memberIds }: MatchGroup) => memberIds.length > USUAL_SIZE && memberIds.some(isDemo);

function withoutLastDemo(people: readonly Candidate[], { memberIds }: MatchGroup): Candidate[] {
  const last = memberIds.findLast(isDemo);
  return people.filter(({ id }) => memberIds.includes(id) && id !== last);
}
