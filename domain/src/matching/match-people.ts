import { type MatchWhy } from '../documents';
import { MIN_SHARED_HOURS } from './can-meet';
import { type Candidate } from './candidate';
import { matchCircle } from './engine/match-circle';
import { inRows, Roster } from './engine/roster';
import { stableHash } from './stable-hash';
import { offsetsAt, scoreOf, whyOf } from './scoring';

/** A group that could become a pod. */
export interface MatchGroup {
  readonly memberIds: string[];
  readonly score: number;
  readonly why: MatchWhy;
  /** `newcomer`: a starter pod; left out, it is a pod like any other. */
  readonly kind?: 'new-pod' | 'newcomer';
}

/**
 * Why somebody is in no group. `no-hours`: fewer hours than a pod needs; `nobody-suits`: nobody in this run whom they
 * may meet; `outnumbered`: those whom they may meet are with others, and nobody could be spared.
 */
export type LeftOutReason = 'no-hours' | 'nobody-suits' | 'outnumbered';

export interface Matching {
  readonly groups: readonly MatchGroup[];
  readonly unmatched: readonly { readonly id: string; readonly reason: LeftOutReason }[];
  /** The sum of the groups' scores, and a sum that no grouping of the same people exceeds. */
  readonly total: number;
  readonly bound: number;
}

/**
 * Makes groups of those who wait. The same people, in whatever order, with the same `now` and `seed` give the same
 * groups; somebody more whom nobody here may meet changes nothing for the others.
 */
export type MatchEngine = (people: readonly Candidate[], p: { now: Date; seed: number }) => Matching;

/** Runs larger than this forgo the last percent of fit, to stay within seconds. By a power of two: see `Neighbours`. */
const MOST_THOROUGH = 8_192;

export const matchPeople: MatchEngine = (people, { now, seed }) => {
  const offsetOf = offsetsAt(now);
  const groups: MatchGroup[] = [];
  const unmatched: { id: string; reason: LeftOutReason }[] = [];
  let bound = 0;
  for (const [name, circle] of circlesOf(people)) {
    const ordered = inRows(circle, { seed, offsetOf });
    const roster = new Roster(ordered, { now, seed, offsetOf });
    const matched = matchCircle(roster, { seed: seed ^ stableHash(name), isThorough: people.length <= MOST_THOROUGH });
    bound += matched.bound;
    for (const rows of matched.groups) {
      const members = rows.map((row) => ordered[row] as Candidate);
      const why = whyOf(members, { now, offsetOf });
      groups.push({ memberIds: members.map(({ id }) => id).sort(), score: scoreOf(why, members.length), why });
    }
    for (const { row, hasPartners } of matched.leftOut) {
      const { id, hours } = ordered[row] as Candidate;
      const reason = new Set(hours).size < MIN_SHARED_HOURS ? 'no-hours' : 'nobody-suits';
      unmatched.push({ id, reason: hasPartners ? 'outnumbered' : reason });
    }
  }
  groups.sort((a, b) => byText(a.memberIds.join(' '), b.memberIds.join(' ')));
  unmatched.sort((a, b) => byText(a.id, b.id));
  const total = groups.reduce((sum, { score }) => sum + score, 0);
  // Where everybody has the best they could, the two sums differ by rounding alone.
  return { groups, unmatched, total, bound: Math.max(bound, total) };
};

/** Those who could meet at all by what divides people most, by the name of that. */
function circlesOf(people: readonly Candidate[]): [string, Candidate[]][] {
  const circles = new Map<string, Candidate[]>();
  for (const person of people) {
    const name = JSON.stringify([person.track, person.language, person.ageGroup]);
    const circle = circles.get(name);
    if (circle) circle.push(person);
    else circles.set(name, [person]);
  }
  return [...circles].sort(([a], [b]) => byText(a, b));
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
