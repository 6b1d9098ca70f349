import { type Pod, type TimeZone, type WallTime } from '../documents';
import { nextHourBeginning } from '../matching/week-hours';
import { addDays, instantAt, localDay, wallTime, weekdayOf } from '../time';

/** Time to read the news, say hello and find a quiet place. */
const KICK_OFF_NOTICE_MS = 30 * 60 * 1000;
/** A week, and one day more for a weekday whose time has passed today. */
const DAYS_TO_LOOK = 8;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Two weekly meetings ahead: where the clocks of one zone go first, the shift and the way back are weeks apart. */
const SHIFTS_LOOK_AHEAD_MS = 15 * DAY_MS;

/**
 * The pod's next weekly meeting strictly after `after`: its wall time in the pod's zone, found anew for each
 * week, so a change of clocks moves the instant and never the time on the wall.
 */
export function nextMeeting(pod: Pick<Pod, 'meeting' | 'timeZone'>, after: Date): Date {
  const today = localDay(after, pod.timeZone);
  for (let ahead = 0; ahead <= DAYS_TO_LOOK; ahead += 1) {
    const day = addDays(today, ahead);
    if (weekdayOf(day) !== pod.meeting.weekday) continue;
    const start = instantAt(day, pod.meeting.time, pod.timeZone, 'start');
    if (start > after) return start;
  }
  throw new RangeError(`No weekday ${pod.meeting.weekday} within ${DAYS_TO_LOOK} days of ${today}.`);
}

/** Whether the pod's weekly meeting begins at this instant. */
export const isWeeklyMeeting = (pod: Pick<Pod, 'meeting' | 'timeZone'>, at: Date): boolean =>
  nextMeeting(pod, new Date(at.getTime() - 1)).getTime() === at.getTime();

/** A weekly meeting that is at another time on a member's wall than the one before it. */
export interface MeetingShift {
  readonly at: Date;
  readonly from: WallTime;
  readonly to: WallTime;
}

/**
 * The weekly meetings after `now`, up to 15 days ahead, whose wall time in the member's zone differs from that of
 * the meeting before (behaviour 3): clocks change in different weeks, and the pod keeps to the time of its own zone.
 */
export function meetingShifts(pod: Pick<Pod, 'meeting' | 'timeZone'>, memberZone: TimeZone, now: Date): MeetingShift[] {
  const shifts: MeetingShift[] = [];
  let before = nextMeeting(pod, new Date(now.getTime() - DAYS_TO_LOOK * DAY_MS));
  for (;;) {
    const at = nextMeeting(pod, before);
    if (at.getTime() > now.getTime() + SHIFTS_LOOK_AHEAD_MS) return shifts;
    const from = wallTime(before, memberZone);
    const to = wallTime(at, memberZone);
    if (at > now && from !== to) shifts.push({ at, from, to });
    before = at;
  }
}

/** A new pod's kick-off: the first shared hour (of the UTC week) that begins at least 30 minutes after `after`. */
export function firstMeeting(pod: Pod, sharedHours: readonly number[], after: Date): Date {
  const earliest = new Date(after.getTime() + KICK_OFF_NOTICE_MS);
  return nextHourBeginning(sharedHours, earliest) ?? nextMeeting(pod, earliest);
}
