import { type TimeZone } from '@podmates/domain';
import { sayTime, sayWeekdayAndTime } from './say-time';

const WEEK_HOURS = 168;
const HOUR_MS = 3_600_000;

/**
 * Hours of the UTC week (0 = Monday 00:00 … 167) as the reader's own times, neighbours joined:
 * `Tuesday 18:00–21:00`. The week of `now` decides which side of a clock change is meant.
 */
export const sayWeekHours = (hours: readonly number[], zone: TimeZone, now: Date): string[] =>
  joinNeighbours(hours).map(({ first, count }) => {
    const start = instantOf(first, now);
    return `${sayWeekdayAndTime(start, zone)}–${sayTime(new Date(start.getTime() + count * HOUR_MS), zone)}`;
  });

function joinNeighbours(hours: readonly number[]): { first: number; count: number }[] {
  const known = new Set(hours);
  if (known.size === WEEK_HOURS) return [{ first: 0, count: WEEK_HOURS }];
  const starts = [...known].filter((hour) => !known.has((hour + WEEK_HOURS - 1) % WEEK_HOURS)).sort((a, b) => a - b);
  return starts.map((first) => {
    let count = 1;
    while (known.has((first + count) % WEEK_HOURS)) count += 1;
    return { first, count };
  });
}

function instantOf(weekHour: number, now: Date): Date {
  const daysSinceMonday = (now.getUTCDay() + 6) % 7;
  const monday = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() - daysSinceMonday);
  return new Date(monday + weekHour * HOUR_MS);
}
