import { type MatchWhy, type TimeZone } from '../documents';
import { localDay, wallTime } from '../time';
import { canAllMeet } from './can-meet';
import { type Candidate } from './candidate';
import {
  FARTHEST_ZONES_MINUTES,
  LONGEST_WAIT_MS,
  MATCHING_WEIGHTS,
  PLACED,
  WIDEST_EXPERIENCE_GAP,
  WORTH_OF_HOURS,
  WORTH_OF_SIZE,
} from './matching-weights';
import { commonHours } from './week-hours';

const MINUTE_MS = 60_000;
export const DAY_MINUTES = 24 * 60;

/** How far a zone's wall clock is ahead of UTC at `now`, in minutes. */
export function offsetMinutes(zone: TimeZone, now: Date): number {
  const wall = Date.parse(`${localDay(now, zone)}T${wallTime(now, zone)}:00Z`);
  return (wall - Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS) / MINUTE_MS;
}

/** `offsetMinutes` at `now`, each zone reckoned once. */
export function offsetsAt(now: Date): (zone: TimeZone) => number {
  const known = new Map<TimeZone, number>();
  return (zone) => {
    const offset = known.get(zone) ?? offsetMinutes(zone, now);
    known.set(zone, offset);
    return offset;
  };
}

/** Minutes between two wall clocks by time of day: +13 h and −11 h are the same time of day. */
export function clockDistance(a: number, b: number): number {
  const apart = Math.abs(a - b) % DAY_MINUTES;
  return Math.min(apart, DAY_MINUTES - apart);
}

/**
 * How much a wait counts, from 0 to 1: the root of its share of the longest that counts, so that the first hours tell
 * people apart as well as the later days do.
 */
export const waitShare = (waitingSince: Date, now: Date): number =>
  Math.sqrt(Math.min(1, Math.max(0, now.getTime() - waitingSince.getTime()) / LONGEST_WAIT_MS));

const sharesStyle = (a: Candidate, b: Candidate): boolean =>
  a.styles.length === 0 || b.styles.length === 0 || a.styles.some((style) => b.styles.includes(style));
const sharesFocus = (a: Candidate, b: Candidate): boolean =>
  a.focus === null || b.focus === null || a.focus === b.focus;
/** Both ways: one who favours somebody unasked would else be told of it by the explanation that the group sees. */
const meetsAgain = (person: Candidate, group: readonly Candidate[]): boolean =>
  group.some(
    (other) => other.id !== person.id && person.favourites.includes(other.id) && other.favourites.includes(person.id),
  );
const mean = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b).reduce((sum, value) => sum + value, 0) / values.length;

/**
 * The factors of a group, each from 0 to 1. In what a pair shares a group is as good as its worst pair, since one who
 * does not fit is the one who leaves. `offsetOf` gives a zone's offset from UTC in minutes.
 */
export function whyOf(group: readonly Candidate[], p: { now: Date; offsetOf: (zone: TimeZone) => number }): MatchWhy {
  const pairs = group.flatMap((a, i) => group.slice(i + 1).map((b) => [a, b] as const));
  const widest = (distance: (a: Candidate, b: Candidate) => number): number =>
    Math.max(0, ...pairs.map(([a, b]) => distance(a, b)));
  const hours = Math.min(commonHours(group).length, WORTH_OF_HOURS.length - 1);
  const gap = widest((a, b) => Math.abs(a.experience - b.experience));
  const apart = widest((a, b) => clockDistance(p.offsetOf(a.zone), p.offsetOf(b.zone)));
  return {
    sharedHours: WORTH_OF_HOURS[hours] ?? 0,
    goal: pairs.every(([a, b]) => sharesFocus(a, b)) ? 1 : 0,
    experience: Math.max(0, 1 - gap / WIDEST_EXPERIENCE_GAP),
    style: pairs.every(([a, b]) => sharesStyle(a, b)) ? 1 : 0,
    zone: 1 - apart / FARTHEST_ZONES_MINUTES,
    size: WORTH_OF_SIZE[group.length as keyof typeof WORTH_OF_SIZE] ?? 0,
    company: group.filter((person) => meetsAgain(person, group)).length / group.length,
    waiting: mean(group.map((person) => waitShare(person.waitingSince, p.now))),
  };
}

/** A group's score from its factors: `size × (placed + Σ weight × factor)`. */
export const scoreOf = (why: MatchWhy, size: number): number =>
  size *
  (PLACED +
    MATCHING_WEIGHTS.sharedHours * why.sharedHours +
    MATCHING_WEIGHTS.goal * why.goal +
    MATCHING_WEIGHTS.experience * why.experience +
    MATCHING_WEIGHTS.style * why.style +
    MATCHING_WEIGHTS.zone * why.zone +
    MATCHING_WEIGHTS.size * why.size +
    MATCHING_WEIGHTS.company * why.company +
    MATCHING_WEIGHTS.waiting * why.waiting);

/** Score and factors of any grouping; null where a hard constraint forbids it. */
export function scoreGroup(
  group: readonly Candidate[],
  now: Date,
  offsetOf = offsetsAt(now),
): { score: number; why: MatchWhy } | null {
  if (!canAllMeet(group)) return null;
  const why = whyOf(group, { now, offsetOf });
  return { score: scoreOf(why, group.length), why };
}
