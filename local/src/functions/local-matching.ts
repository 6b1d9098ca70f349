import { type Matchmaker, type MatchGroup, type Seeker } from '@podmates/domain/matching';
import { isDemo } from '../people/choices';

/** Demo people fill a pod up to this size; only visitors make it larger. */
const USUAL_SIZE = 3;

/**
 * Demo people wait for visitors, not for each other: visitors choose first, a group without one is not proposed, and
 * demo people do not crowd a pod. Everything else is the matching's own decision.
 */
export const visitorsFirst =
  (match: Matchmaker): Matchmaker =>
  (people, p) => {
    const inOrder = people.map((person) => (isDemo(person.id) ? { ...person, waitingSince: p.now } : person));
    const withVisitor = (all: readonly Seeker[]) => match(all, p).filter((group) => !group.memberIds.every(isDemo));
    return withVisitor(inOrder).flatMap((group) => {
      const smaller = isCrowded(group) ? withVisitor(withoutLastDemo(inOrder, group)) : [];
      return smaller.length > 0 ? smaller : [group]; // a visitor who wants no other size keeps it
    });
  };

const isCrowded = ({ memberIds }: MatchGroup) => memberIds.length > USUAL_SIZE && memberIds.some(isDemo);

function withoutLastDemo(people: readonly Seeker[], { memberIds }: MatchGroup): Seeker[] {
  const last = memberIds.findLast(isDemo);
  return people.filter(({ id }) => memberIds.includes(id) && id !== last);
}
