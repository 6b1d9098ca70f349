import { type MatchWhy } from '../documents';

/**
 * What each member adds to a group's score by being in it at all. Three times all of fit together, so that no gain in
 * fit for a pod of three outweighs leaving a fourth person without one.
 */
export const PLACED = 0.75;

/**
 * What a factor of 1 adds to the score per member. Fit (all but waiting) sums to 0.25. Under scarcity the lightest is
 * given up first: style, then experience, then focus, and the step from three shared hours to two last of all.
 */
export const MATCHING_WEIGHTS = {
  sharedHours: 0.08, // half of it is the third hour: with two, one holiday ends the pod's week
  goal: 0.035, // the same focus gives them the same things to talk about
  experience: 0.025, // similar practice keeps advice useful both ways
  style: 0.015, // nice to share, first to be given up
  zone: 0.015, // the same part of the day: nobody is always the one at midnight
  size: 0.07, // three go on when one is away; two end when one leaves, so only a much better fit makes a pair
  company: 0.01, // somebody they would like to meet again
  waiting: 0.2, // near all of fit: who has waited for days goes before anybody new; the same in every group of theirs
} as const satisfies Record<keyof MatchWhy, number>;

export type MatchFactor = keyof typeof MATCHING_WEIGHTS;

/** The worth of each number of shared hours, 0 to 6; more help no further, as a pod meets once a week. */
export const WORTH_OF_HOURS = [0, 0, 0, 0.5, 0.7, 0.85, 1] as const;
/** The worth of each size of pod. */
export const WORTH_OF_SIZE = { 2: 0.3, 3: 1, 4: 0.8 } as const;
export const WIDEST_EXPERIENCE_GAP = 4;
export const FARTHEST_ZONES_MINUTES = 12 * 60;
/** Waiting longer than this adds no more weight. */
export const LONGEST_WAIT_MS = 72 * 3_600_000;
