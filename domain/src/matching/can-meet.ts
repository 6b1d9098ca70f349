import { type MatchRequest } from '../documents';
import { commonHours } from './week-hours';

/** With a single shared hour, one holiday or one late train ends the pod's week. */
export const MIN_SHARED_HOURS = 2;

type Meeter = Pick<MatchRequest, 'memberId' | 'track' | 'language' | 'hours' | 'avoid'>;

const avoids = (a: Meeter, b: Meeter): boolean => a.avoid.includes(b.memberId);

/** The hard rule: whether two people may be in one pod. Symmetric; no score can outweigh it. */
export const canMeet = (a: Meeter, b: Meeter): boolean =>
  a.memberId !== b.memberId &&
  a.track === b.track &&
  a.language === b.language &&
  !avoids(a, b) &&
  !avoids(b, a) &&
  commonHours([a, b]).length >= MIN_SHARED_HOURS;

/** Whether all of them may be in one pod: each pair may meet, and there are hours in which all can. */
export const canAllMeet = (people: readonly Meeter[]): boolean =>
  people.every((a, i) => people.slice(i + 1).every((b) => canMeet(a, b))) &&
  commonHours(people).length >= MIN_SHARED_HOURS;

/** How many people share enough of these hours, and how many of the hours at least one of them shares. */
export function countOverlap(
  hours: readonly number[],
  people: readonly Pick<MatchRequest, 'hours'>[],
): { people: number; hours: number } {
  const shared = people
    .map((person) => commonHours([{ hours }, person]))
    .filter((common) => common.length >= MIN_SHARED_HOURS);
  return { people: shared.length, hours: new Set(shared.flat()).size };
}
