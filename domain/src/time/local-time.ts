import { Temporal } from 'temporal-polyfill';
import { type LocalDay, type TimeZone, type WallTime, type Weekday } from '../documents';

/** The day that begins at midnight, unless a member says otherwise. */
const MIDNIGHT: WallTime = '00:00';

/**
 * The instant at which the clocks of `zone` show `time` on `day` (behaviour 2). A time that is skipped by a
 * clock change gives the first valid instant after it; one that comes twice gives the earlier instant for a
 * `start` and the later one for a `deadline`. Throws RangeError for a day, time or zone that cannot be read.
 */
export const instantAt = (day: LocalDay, time: WallTime, zone: TimeZone, side: 'start' | 'deadline'): Date =>
  instantsAt(day, time, zone)[side];

/** Both sides of `instantAt` at once; they differ only for a time that comes twice. */
export function instantsAt(day: LocalDay, time: WallTime, zone: TimeZone): { start: Date; deadline: Date } {
  const planned = Temporal.PlainDateTime.from(`${day}T${time}`);
  const earlier = planned.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (!earlier.toPlainDateTime().equals(planned)) {
    const first = firstInstantAfterGap(earlier);
    return { start: first, deadline: first };
  }
  const later = planned.toZonedDateTime(zone, { disambiguation: 'later' });
  return { start: new Date(earlier.epochMilliseconds), deadline: new Date(later.epochMilliseconds) };
}

/** Of a skipped time Temporal's "earlier" lies before the change: the change itself is the first valid instant. */
function firstInstantAfterGap(before: Temporal.ZonedDateTime): Date {
  const change = before.getTimeZoneTransition('next');
  if (!change) throw new RangeError(`No clock change follows ${before.toString()}, yet it skips a time.`);
  return new Date(change.epochMilliseconds);
}

/**
 * The member's day at `instant`: the latest one whose `dayStart` has been reached. Days never run backwards, so
 * where clocks are set back across the start of a day, the day that had begun goes on.
 */
export function localDay(instant: Date, zone: TimeZone, dayStart: WallTime = MIDNIGHT): LocalDay {
  const local = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
  const date = local.toPlainDate().toString();
  const day = hourAndMinute(local) < dayStart ? addDays(date, -1) : date;
  const following = addDays(day, 1);
  return instantAt(following, dayStart, zone, 'start') <= instant ? following : day;
}

/** What the wall clock in `zone` shows, to the minute. */
export const wallTime = (instant: Date, zone: TimeZone): WallTime =>
  hourAndMinute(Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone));

const MINUTES_IN_DAY = 1440;

/** Minutes since the last Monday 00:00 on the wall clocks of `zone`: 0 … 10,079. */
export function weekMinute(instant: Date, zone: TimeZone): number {
  const { dayOfWeek, hour, minute } = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(
    zone,
  );
  return (dayOfWeek - 1) * MINUTES_IN_DAY + hour * 60 + minute;
}

/** Whether it is written as a day and there is such a day: not the 30th of February. */
export function isCalendarDay(text: string): boolean {
  try {
    return addDays(text, 0) === text; // what is written another way comes back changed
  } catch {
    return false;
  }
}

export const weekdayOf = (day: LocalDay): Weekday => Temporal.PlainDate.from(day).dayOfWeek;

export const addDays = (day: LocalDay, n: number): LocalDay => Temporal.PlainDate.from(day).add({ days: n }).toString();

/** Calendar days from `a` to `b`; negative when `b` is earlier. */
export const daysBetween = (a: LocalDay, b: LocalDay): number =>
  Temporal.PlainDate.from(a).until(Temporal.PlainDate.from(b), { largestUnit: 'day' }).days;

const hourAndMinute = (at: { hour: number; minute: number }): WallTime =>
  `${String(at.hour).padStart(2, '0')}:${String(at.minute).padStart(2, '0')}`;
