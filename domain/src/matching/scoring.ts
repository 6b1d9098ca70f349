import { type MatchRequest, type MatchWhy, type TimeZone } from '../documents';
import { localDay, wallTime } from '../time';
import { commonHours } from './week-hours';

/** Share of each factor in the score; they sum to 1, so a score lies between 0 and 1. */
export const MATCHING_WEIGHTS = {
  sharedHours: 0.5, // a pod that rarely finds an hour stops meeting; dominates on purpose
  zone: 0.15, // the same part of the day: nobody is always the one at midnight
  experience: 0.15, // similar practice keeps advice useful both ways
  goal: 0.2, // the same track; a hard rule today, so it lifts every allowed group alike
} as const satisfies Record<keyof MatchWhy, number>;

/** More shared hours than this help no further: a pod meets once a week. */
const PLENTY_OF_HOURS = 10;
const WIDEST_EXPERIENCE_GAP = 4;
const FARTHEST_ZONES_HOURS = 12;
const HOUR_MS = 3_600_000;

/** How far a zone's wall clock is ahead of UTC at `now`, in hours. */
export function offsetHours(zone: TimeZone, now: Date): number {
  const wall = Date.parse(`${localDay(now, zone)}T${wallTime(now, zone)}:00Z`);
  return (wall - Math.floor(now.getTime() / 60_000) * 60_000) / HOUR_MS;
}

/** Hours between two wall clocks, by time of day: +13 and −11 are the same time of day. */
const clockDistance = (a: number, b: number): number => {
  const apart = Math.abs(a - b) % 24;
  return Math.min(apart, 24 - apart);
};

const widestPair = (values: readonly number[], distance: (a: number, b: number) => number): number =>
  Math.max(0, ...values.flatMap((a, i) => values.slice(i + 1).map((b) => distance(a, b))));

/**
 * The factors of a group, each from 0 to 1. A group is as good as its worst pair, since one who
 * does not fit is the one who leaves. `offsetOf` gives a zone's offset in hours.
 */
export function whyOf(people: readonly MatchRequest[], offsetOf: (zone: TimeZone) => number): MatchWhy {
  const zones = people.map((person) => offsetOf(person.timeZone));
  const levels = people.map((person) => person.experience);
  return {
    sharedHours: Math.min(1, commonHours(people).length / PLENTY_OF_HOURS),
    zone: 1 - widestPair(zones, clockDistance) / FARTHEST_ZONES_HOURS,
    experience: Math.max(0, 1 - widestPair(levels, (a, b) => Math.abs(a - b)) / WIDEST_EXPERIENCE_GAP),
    goal: new Set(people.map((person) => person.track)).size <= 1 ? 1 : 0,
  };
}

export const scoreOf = (why: MatchWhy): number =>
  MATCHING_WEIGHTS.sharedHours * why.sharedHours +
  MATCHING_WEIGHTS.zone * why.zone +
  MATCHING_WEIGHTS.experience * why.experience +
  MATCHING_WEIGHTS.goal * why.goal;
