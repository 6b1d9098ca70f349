import { type AvailabilityWindow, type LocalDay, type TimeZone, type WallTime } from '../documents';
import { addDays, instantAt, weekdayOf } from '../time';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
export const HOURS_IN_WEEK = 168;
const MINUTES_IN_WEEK = HOURS_IN_WEEK * 60;
/** 1970-01-05 was the first Monday after the epoch. */
const FIRST_MONDAY_MS = 4 * 24 * HOUR_MS;

const wrapped = (n: number, size: number): number => ((n % size) + size) % size;
const minuteOfWeek = (ms: number): number => wrapped(Math.floor((ms - FIRST_MONDAY_MS) / MINUTE_MS), MINUTES_IN_WEEK);

/** The hour of the UTC week that an instant lies in: 0 = Monday 00:00 UTC … 167. */
export const hourOfWeek = (instant: Date): number => Math.floor(minuteOfWeek(instant.getTime()) / 60);

/** The first instant, not before `from`, at which one of these hours of the UTC week begins; null without hours. */
export function nextHourBeginning(hours: readonly number[], from: Date): Date | null {
  if (hours.length === 0) return null;
  const first = Math.ceil(from.getTime() / HOUR_MS) * HOUR_MS;
  const hour = hourOfWeek(new Date(first));
  const ahead = Math.min(...hours.map((wanted) => wrapped(wanted - hour, HOURS_IN_WEEK)));
  return new Date(first + ahead * HOUR_MS);
}

/**
 * The full hours of the UTC week (0 = Monday 00:00 UTC … 167, ascending) inside weekly windows, with the
 * offsets that hold in the week beginning on `referenceDay`. Windows that touch count as one, also across
 * midnight and the end of the week, so a zone with a half-hour offset loses only the outermost halves.
 */
export function weekHours(
  availability: readonly AvailabilityWindow[],
  zone: TimeZone,
  referenceDay: LocalDay,
): number[] {
  const covered = new Uint8Array(MINUTES_IN_WEEK);
  for (const window of availability) {
    const day = addDays(referenceDay, wrapped(window.weekday - weekdayOf(referenceDay), 7));
    const from = instantAt(day, window.start, zone, 'start').getTime();
    const until = endOf(window.end, day, zone).getTime();
    for (let ms = from; ms < until; ms += MINUTE_MS) covered[minuteOfWeek(ms)] = 1;
  }
  return Array.from({ length: HOURS_IN_WEEK }, (_, hour) => hour).filter((hour) =>
    covered.subarray(hour * 60, hour * 60 + 60).every((minute) => minute === 1),
  );
}

const endOf = (end: WallTime | '24:00', day: LocalDay, zone: TimeZone): Date =>
  end === '24:00' ? instantAt(addDays(day, 1), '00:00', zone, 'start') : instantAt(day, end, zone, 'deadline');

/** The hours that everybody named, ascending. */
export function commonHours(people: readonly { readonly hours: readonly number[] }[]): number[] {
  const [first, ...others] = people.map((person) => new Set(person.hours));
  if (!first) return [];
  return [...first].filter((hour) => others.every((hours) => hours.has(hour))).sort((a, b) => a - b);
}
