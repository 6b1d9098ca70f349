import { type LocalDay, type TimeZone, type Weekday } from '@podmates/domain';
import { describeGap } from '../time/describe-gap';

/** The product's words are English; 24-hour times keep them short and unmistakable. */
const LOCALE = 'en-GB';
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** Making a formatter costs about a hundred times more than using one, and lists use the same few. */
const formatters = new Map<string, Intl.DateTimeFormat>();
const formatter = (zone: TimeZone, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `${zone} ${name}`;
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: zone });
  formatters.set(key, known);
  return known;
};

/** `Tuesday 24 November`, in the zone. */
export const sayDay = (at: Date, zone: TimeZone): string =>
  formatter(zone, 'day', { weekday: 'long', day: 'numeric', month: 'long' }).format(at).replace(',', '');

/** `18:00`, in the zone. */
export const sayTime = (at: Date, zone: TimeZone): string =>
  formatter(zone, 'time', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);

/** `Tuesday 24 November, 18:00`, in the zone. */
export const sayMoment = (at: Date, zone: TimeZone): string => `${sayDay(at, zone)}, ${sayTime(at, zone)}`;

/** `Monday 7 December` for a calendar day, which has no zone. */
export const sayLocalDay = (day: LocalDay): string => sayDay(new Date(`${day}T12:00:00Z`), 'UTC');

/** `Europe/Berlin` → `Berlin`; names that are no city stay as they are. */
export const sayPlace = (zone: TimeZone): string =>
  hasCity(zone) ? zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ') : zone;

/** `Europe/Berlin` → `Berlin time`. */
export const sayZone = (zone: TimeZone): string => (hasCity(zone) ? `${sayPlace(zone)} time` : zone);

const hasCity = (zone: TimeZone): boolean => zone.includes('/') && !zone.startsWith('Etc/');

/** `Tuesday 12:00 New York time` where the other zone's clock differs from the reader's own, else empty. */
export const sayInOtherZone = (at: Date, own: TimeZone, other: TimeZone): string =>
  sayMoment(at, own) === sayMoment(at, other) ? '' : `${sayWeekdayAndTime(at, other)} ${sayZone(other)}`;

/** `Tuesday 18:00`, in the zone. */
export const sayWeekdayAndTime = (at: Date, zone: TimeZone): string =>
  `${formatter(zone, 'weekday', { weekday: 'long' }).format(at)} ${sayTime(at, zone)}`;

export const sayWeekday = (weekday: Weekday): string => WEEKDAYS[weekday - 1] ?? '';

const MINUTE_MS = 60_000;

/** For what has happened: `just now`, also when a clock that ticks by the minute lies behind it; else `5 min ago`. */
export const sayAgo = (now: Date, at: Date): string =>
  now.getTime() - at.getTime() < MINUTE_MS ? 'just now' : describeGap(now, at);
