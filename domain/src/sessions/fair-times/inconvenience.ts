import { type AvailabilityWindow, type TimeZone, type WallTime } from '../../documents';
import { weekMinute } from '../../time';

const DAY_MINUTES = 1440;
const WEEK_MINUTES = 7 * DAY_MINUTES;

/** How a time suits somebody, in one word; the page words it. */
export type Comfort = 'good' | 'outside-hours' | 'early' | 'late' | 'night';

/**
 * What a time costs somebody, in points. Each step is several times the one below, so that no sum of smaller costs
 * ever buys a larger one.
 */
export const INCONVENIENCE = {
  night: 200, // sleep that is lost comes back by nothing, and whoever is asked for it stops coming
  early: 30, // before the day has begun: possible now and then, not every week
  late: 30, // after it has ended; as much as early, so that the two can be taken in turn
  'outside-hours': 10, // they did not name the hour, and may still say yes
  good: 0,
} as const satisfies Record<Comfort, number>;

/** Bands of the local day, from an hour up to an hour; the rest of the day is as good as any. */
const BANDS = [
  { from: 0, until: 6, comfort: 'night' },
  { from: 6, until: 8, comfort: 'early' },
  { from: 21, until: 23, comfort: 'late' },
  { from: 23, until: 24, comfort: 'night' },
] as const;
type HourComfort = Exclude<Comfort, 'outside-hours'>;

/** A member as far as times are concerned. */
export interface Attendee {
  readonly id: string;
  readonly timeZone: TimeZone;
  /** When they said that they could meet; empty: they have not said, and any hour is theirs. */
  readonly availability: readonly AvailabilityWindow[];
}

export interface Strain {
  readonly points: number;
  /** Of these the part that the hour costs: the burden that is shared over the weeks. */
  readonly burden: number;
  readonly comfort: Comfort;
}

/** What a session of `minutes` from `startsAt` costs somebody: its worst hour, and whether they named the time. */
export function strainOf(startsAt: Date, minutes: number, attendee: Attendee): Strain {
  const from = weekMinute(startsAt, attendee.timeZone);
  const hour = worstHour(from % DAY_MINUTES, minutes);
  const isOwn = attendee.availability.length === 0 || isWithin(from, minutes, attendee.availability);
  const burden = INCONVENIENCE[hour];
  const points = burden + (isOwn ? 0 : INCONVENIENCE['outside-hours']);
  return { points, burden, comfort: hour === 'good' && !isOwn ? 'outside-hours' : hour };
}

/** What the hours of a session cost somebody in a zone; what sessions of the past are counted by. */
export const burdenOf = (startsAt: Date, minutes: number, timeZone: TimeZone): number =>
  INCONVENIENCE[worstHour(weekMinute(startsAt, timeZone) % DAY_MINUTES, minutes)];

function worstHour(fromMinute: number, minutes: number): HourComfort {
  const until = fromMinute + minutes;
  const touches = (from: number, to: number) => fromMinute < to && until > from;
  // A session may go on after midnight, so the bands of the day after count, too.
  const touched = BANDS.filter((band) =>
    [0, DAY_MINUTES].some((day) => touches(day + band.from * 60, day + band.until * 60)),
  ).map(({ comfort }) => comfort);
  const [worst] = [...touched].sort((a, b) => INCONVENIENCE[b] - INCONVENIENCE[a]);
  return worst ?? 'good';
}

/** Whether weekly windows that touch, also over midnight and the end of the week, hold all of it. */
function isWithin(from: number, minutes: number, windows: readonly AvailabilityWindow[]): boolean {
  const spans = windows.map((window) => {
    const begin = (window.weekday - 1) * DAY_MINUTES + minuteOf(window.start);
    return { begin, end: (window.weekday - 1) * DAY_MINUTES + minuteOf(window.end) };
  });
  const reachedFrom = (at: number): number => {
    const inWeek = at % WEEK_MINUTES;
    const ends = spans.filter(({ begin, end }) => begin <= inWeek && inWeek < end).map(({ end }) => at - inWeek + end);
    return Math.max(at, ...ends);
  };
  for (let at = from; at < from + minutes;) {
    const next = reachedFrom(at);
    if (next === at) return false;
    at = next;
  }
  return true;
}

const minuteOf = (time: WallTime | '24:00'): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
