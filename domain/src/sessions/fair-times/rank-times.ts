import { type TimeZone } from '../../documents';
import { instantAt, localDay } from '../../time';
import { type Burdens } from './burden';
import { type Attendee, INCONVENIENCE, type Strain, strainOf } from './inconvenience';

/** How much worse for whoever it suits worst a time may be for the sake of taking turns: an hour they did not name. */
export const NEAR_EQUAL = INCONVENIENCE['outside-hours'];
const EVERY_MS = 30 * 60_000;
const DAY_MS = 24 * 3_600_000;
const WEEK_MS = 7 * DAY_MS;

export interface RankedTime {
  readonly startsAt: Date;
  /** What it costs whoever it suits worst. */
  readonly worst: number;
  readonly strains: Readonly<Record<string, Strain>>;
}

export interface TimesToRank {
  readonly attendees: readonly Attendee[];
  readonly podZone: TimeZone;
  readonly minutes: number;
  /** Nothing begins before it. */
  readonly from: Date;
  /** Where nothing else tells two times apart, the one closer to its time of day comes first, and then to its day. */
  readonly near: Date;
  readonly burdens: Burdens;
}

/**
 * Every half hour of the pod's wall time in the coming week, fairest first. Those that cost the worst-off member least,
 * or nearly so, come before all others; among them first the one after which the burdens are shared most evenly, so
 * that whoever carried most is relieved. The order of members makes no difference.
 */
export function rankTimes(p: TimesToRank): RankedTime[] {
  const times = timesOfWeek(p).map((startsAt) => rankedTime(startsAt, p));
  const least = Math.min(...times.map(({ worst }) => worst));
  const isNearLeast = (time: RankedTime) => time.worst <= least + NEAR_EQUAL;
  const loads = new Map(times.map((time) => [time, loadsAfter(time, p.burdens)]));
  const loadsOf = (time: RankedTime): readonly number[] => loads.get(time) ?? [];
  const farness = (time: RankedTime) => Math.abs(time.startsAt.getTime() - p.near.getTime());
  const fromUsual = (time: RankedTime) => Math.min(farness(time) % DAY_MS, DAY_MS - (farness(time) % DAY_MS));
  return times.sort(
    (a, b) =>
      Number(isNearLeast(b)) - Number(isNearLeast(a)) ||
      (isNearLeast(a) ? 0 : a.worst - b.worst) ||
      compareLoads(loadsOf(a), loadsOf(b)) ||
      fromUsual(a) - fromUsual(b) ||
      farness(a) - farness(b) ||
      a.startsAt.getTime() - b.startsAt.getTime(),
  );
}

/** A time with what it costs each. */
export function rankedTime(startsAt: Date, p: Pick<TimesToRank, 'attendees' | 'minutes'>): RankedTime {
  const strains = Object.fromEntries(p.attendees.map((one) => [one.id, strainOf(startsAt, p.minutes, one)]));
  return { startsAt, strains, worst: Math.max(0, ...Object.values(strains).map(({ points }) => points)) };
}

/** What everybody will have carried after it, the most burdened first. */
export const loadsAfter = (time: Pick<RankedTime, 'strains'>, burdens: Burdens): number[] =>
  Object.entries(time.strains)
    .map(([id, { points }]) => (burdens[id] ?? 0) + points)
    .sort((a, b) => b - a);

/** Negative when `a` is fairer: the most burdened carry less, then the next, and so on. */
export function compareLoads(a: readonly number[], b: readonly number[]): number {
  const differing = a.findIndex((load, n) => load !== b[n]);
  return differing === -1 ? 0 : (a[differing] ?? 0) - (b[differing] ?? 0);
}

/** From midnight on the pod's wall on: no clock changes by less than half an hour, so the wall keeps to the half hours. */
function timesOfWeek({ podZone, from }: TimesToRank): Date[] {
  const midnight = instantAt(localDay(from, podZone), '00:00', podZone, 'start').getTime();
  const first = midnight + Math.ceil((from.getTime() - midnight) / EVERY_MS) * EVERY_MS;
  return Array.from({ length: WEEK_MS / EVERY_MS }, (_, n) => new Date(first + n * EVERY_MS));
}
