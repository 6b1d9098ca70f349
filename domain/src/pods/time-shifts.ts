import { type Pod, type TimeZone } from '../documents';
import { meetingShifts, type MeetingShift } from './meetings';

const DAY_MS = 24 * 3_600_000;
/** Behaviour 3: early enough to propose another time, and once more when the week is planned. */
export const WARNED_DAYS_AHEAD = [14, 2] as const;

/** A warning that a weekly meeting will be at another time on a member's clock. */
export interface ShiftWarning {
  readonly shift: MeetingShift;
  readonly daysAhead: (typeof WARNED_DAYS_AHEAD)[number];
}

/**
 * The warnings that are due by now, at most one for each shift that is ahead: within two days the second, which makes
 * up for the first where that was missed.
 */
export function shiftWarningsDue(
  pod: Pick<Pod, 'meeting' | 'timeZone'>,
  memberZone: TimeZone,
  now: Date,
): ShiftWarning[] {
  return meetingShifts(pod, memberZone, now).flatMap((shift) => {
    const aheadMs = shift.at.getTime() - now.getTime();
    const daysAhead = [...WARNED_DAYS_AHEAD].reverse().find((days) => aheadMs <= days * DAY_MS);
    return daysAhead ? [{ shift, daysAhead }] : [];
  });
}
