import { type MatchRequest, type MeetingTime, type TimeZone } from '../documents';
import { addDays, instantAt, localDay, wallTime, weekdayOf } from '../time';
import { hourOfWeek, nextHourBeginning } from './week-hours';

const MINUTE_MS = 60_000;
/** Fits into one shared hour and leaves ten minutes to come and go. */
const MEETING_MINUTES = 50;
/** After work for most; the hour farthest from it for anybody decides, so nobody is always up at night. */
const PLEASANT_HOUR = 18;

/** The zone most of them live in; the one who waited longest breaks a tie. */
export function podZone(people: readonly MatchRequest[]): TimeZone {
  const inTurn = [...people].sort((a, b) => a.waitingSince.getTime() - b.waitingSince.getTime());
  const zones = inTurn.map((person) => person.timeZone);
  const livingIn = (zone: TimeZone) => zones.filter((other) => other === zone).length;
  return zones.reduce((best, zone) => (livingIn(zone) > livingIn(best) ? zone : best));
}

/** The weekly meeting as wall time in `zone`: the shared hour most pleasant for whoever it suits worst. */
export function meetingTime(
  people: readonly MatchRequest[],
  sharedHours: readonly number[],
  zone: TimeZone,
  now: Date,
): MeetingTime {
  const starts = sharedHours.flatMap((hour) => nextHourBeginning([hour], now) ?? []);
  const zones = [...new Set(people.map((person) => person.timeZone))];
  const [first, ...others] = starts.map((start) => ({ start, strain: strain(start, zones) }));
  if (!first) throw new RangeError('A meeting needs at least one shared hour.');
  const { start } = others.reduce((best, next) => (next.strain < best.strain ? next : best), first);
  return { weekday: weekdayOf(localDay(start, zone)), time: wallTime(start, zone), minutes: MEETING_MINUTES };
}

/** The hours of the UTC week that the first meeting after `now` lies in: one, or two where it begins between hours. */
export function meetingHours(pod: { readonly meeting: MeetingTime; readonly timeZone: TimeZone }, now: Date): number[] {
  const { weekday, time, minutes } = pod.meeting;
  const today = localDay(now, pod.timeZone);
  const startOn = (ahead: number): Date => instantAt(addDays(today, ahead), time, pod.timeZone, 'start');
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  const start = startOn(ahead) > now ? startOn(ahead) : startOn(ahead + 7);
  return [...new Set([start, new Date(start.getTime() + minutes * MINUTE_MS - 1)].map(hourOfWeek))];
}

const strain = (start: Date, zones: readonly TimeZone[]): number =>
  Math.max(...zones.map((zone) => hoursFromPleasant(wallTime(start, zone))));

function hoursFromPleasant(time: string): number {
  const apart = Math.abs(Number(time.slice(0, 2)) + Number(time.slice(3)) / 60 - PLEASANT_HOUR);
  return Math.min(apart, 24 - apart);
}
