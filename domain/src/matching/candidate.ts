import { type MatchRequest, type TimeZone } from '../documents';

/** Somebody who looks for a pod, as matching sees them. */
export interface Candidate {
  readonly id: string;
  readonly zone: TimeZone;
  /** Hours of the UTC week (0 = Monday 00:00 … 167), ascending, in which they can meet. */
  readonly hours: readonly number[];
  /** 1 = new … 5 = seasoned. */
  readonly experience: number;
  readonly styles: readonly string[];
  /** What they do; people of two tracks never share a pod. */
  readonly track: string;
  /** What within the track; null: open. */
  readonly focus: string | null;
  readonly language: string;
  /** Only equals meet; null is a group of its own. */
  readonly ageGroup: string | null;
  readonly waitingSince: Date;
  /** Never in a pod with these, whoever of the two says so: blocks and open reports. */
  readonly blocks: readonly string[];
  /** Not again with these for now, unless both favour each other. */
  readonly recent: readonly string[];
  readonly favourites: readonly string[];
  /** Pod sizes, of 2, 3 and 4, that suit them. */
  readonly sizes: readonly number[];
  /** The gender that everybody else in the pod must have; `same`: their own; null: any. */
  readonly comfort: string | null;
  readonly gender: string | null;
  /**
   * How often in a row they were left out although there were others to be with. Whoever names it, even 0, says that
   * runs follow each other; left out, nothing is known of earlier ones.
   */
  readonly leftOut?: number;
}

/** Whoever says that they are at least 18 is matched with those who say so, and the others with each other. */
export const ageGroupOf = ({ isAdult }: { readonly isAdult: boolean }): string => (isAdult ? 'adult' : 'younger');

/** The part of a stored request that matching looks at, at `now`: by then recent company may be long enough ago. */
export const candidateOf = (request: MatchRequest, now: Date): Candidate => ({
  id: request.memberId,
  zone: request.timeZone,
  hours: request.hours,
  experience: request.experience,
  styles: request.styles,
  track: request.track,
  focus: request.focus,
  language: request.language,
  ageGroup: ageGroupOf(request),
  waitingSince: request.waitingSince,
  blocks: request.blocks,
  recent: stillRecent(request, now),
  favourites: request.favourites,
  sizes: request.sizes,
  comfort: request.comfort,
  gender: request.gender,
});

export const stillRecent = ({ recent }: Pick<MatchRequest, 'recent'>, now: Date): string[] =>
  recent.filter(({ until }) => until > now).map(({ memberId }) => memberId);
