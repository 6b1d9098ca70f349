import { type AttendanceOutcome } from '../documents';

/** How long podmates are asked, and how long an outcome can be contested (behaviour 30, B6). */
export const ASKED_FOR_MS = 24 * 3_600_000;
export const CONTESTABLE_FOR_MS = 48 * 3_600_000;
/** One accusation alone is no more than a word against another. */
const ACCUSATIONS_THAT_COUNT = 2;

/** `waiting`: more answers may come. `missed`: they were not there. */
export type Said = 'waiting' | 'came' | 'missed' | 'unknown';

/**
 * What podmates say of whether somebody was there: `there` and `notThere` of `asked` people. As many for as against is
 * for the member; one alone against says nothing; two who agree count (behaviour 30). Silence is for the member.
 */
export function whatTheySay(p: { asked: number; there: number; notThere: number; isOver: boolean }): Said {
  if (!p.isOver && p.there + p.notThere < p.asked) return 'waiting';
  if (p.there > 0 && p.there >= p.notThere) return 'came';
  return p.notThere >= ACCUSATIONS_THAT_COUNT ? 'missed' : 'unknown';
}

/** Whether there is anything to contest: everything but full credit. */
export const isContestable = ({ outcome, credit }: { outcome: AttendanceOutcome; credit: number | null }): boolean =>
  credit !== 1 || outcome === 'late';
