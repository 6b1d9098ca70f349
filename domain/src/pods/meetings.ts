import { type Pod } from '../documents';
import { nextHourBeginning } from '../matching/week-hours';
import { addDays, instantAt, localDay, weekdayOf } from '../time';

/** Time to read the news, say hello and find a quiet place. */
const KICK_OFF_NOTICE_MS = 30 * 60 * 1000;
/** A week, and one day more for a weekday whose time has passed today. */
const DAYS_TO_LOOK = 8;

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

/** A new pod's kick-off: the first shared hour (of the UTC week) that begins at least 30 minutes after `after`. */
export function firstMeeting(pod: Pod, sharedHours: readonly number[], after: Date): Date {
  const earliest = new Date(after.getTime() + KICK_OFF_NOTICE_MS);
  return nextHourBeginning(sharedHours, earliest) ?? nextMeeting(pod, earliest);
}
