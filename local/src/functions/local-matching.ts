import { type MatchEngine } from '@podmates/domain/matching';
import { isDemo } from '../people/choices';

/**
 * Demo people wait for visitors, not for each other: visitors choose first, and a group without one is not proposed.
 * Everything else is the engine's own decision.
 */
export const visitorsFirst =
  (engine: MatchEngine): MatchEngine =>
  (people, p) =>
    engine(
      people.map((person) => (isDemo(person.memberId) ? { ...person, waitingSince: p.now } : person)),
      p,
    ).filter((group) => !group.memberIds.every(isDemo));
