import { type AvailabilityWindow, type TimeZone } from '../documents';
import { addDays, instantAt, localDay, wallTime, weekdayOf } from '../time';
import { nextHourBeginning } from './week-hours';

const HOUR_MS = 3_600_000;

/**
 * Hours of the UTC week, from the beginning of `from` up to the beginning of `until` (1–168), as windows of a plan in
 * `zone`, with the offsets of the coming seven days: what `weekHours` would make of them. Midnight parts a window.
 * Empty where clocks go back just then, so that no wall time can name the hours.
 */
export function hourWindows(
  { from, until }: { readonly from: number; readonly until: number },
  zone: TimeZone,
  now: Date,
): AvailabilityWindow[] {
  const today = instantAt(localDay(now, zone), '00:00', zone, 'start');
  const start = nextHourBeginning([from], today);
  if (!start) return [];
  const end = new Date(start.getTime() + (until - from) * HOUR_MS);
  const windows: AvailabilityWindow[] = [];
  for (let at = start; at < end;) {
    const day = localDay(at, zone);
    const midnight = instantAt(addDays(day, 1), '00:00', zone, 'start');
    const stop = midnight <= end ? midnight : end;
    const closing = stop === midnight ? '24:00' : wallTime(stop, zone);
    windows.push({ weekday: weekdayOf(day), start: wallTime(at, zone), end: closing });
    at = stop;
  }
  return windows.filter((window) => window.start < window.end);
}
