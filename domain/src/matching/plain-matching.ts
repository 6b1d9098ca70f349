import { type MatchWhy, type TimeZone } from '../documents';
import { canAllMeet, canMeet, POD_SIZE } from './can-meet';
import { type Candidate } from './candidate';
import { offsetMinutes, scoreOf, whyOf } from './scoring';
import { commonHours } from './week-hours';

/** A group that could become a pod. `sharedHours`: hours of the UTC week in which all of them can. */
export interface MatchGroup {
  readonly memberIds: string[];
  readonly score: number;
  readonly why: MatchWhy;
  readonly sharedHours: number[];
}

/**
 * Makes groups of those who wait. The same people, in whatever order, with the same `now` and `seed`
 * give the same groups. Whoever is in no group waits on.
 */
export type MatchEngine = (people: readonly Candidate[], p: { now: Date; seed: number }) => MatchGroup[];

/**
 * Greedy: whoever has waited longest chooses first and takes the best company, up to the usual size.
 * Whoever then is alone joins the group with room that suits best.
 * Costs about n² comparisons of hours: about a second for 500 people of one track.
 */
export const plainMatching: MatchEngine = (people, { now, seed }) => {
  const offsetOf = remembered((zone: TimeZone) => offsetMinutes(zone, now));
  const judge = (group: readonly Candidate[]) => {
    const why = whyOf(group, { now, offsetOf });
    return { why, score: scoreOf(why, group.length) };
  };
  const scoreWith = (group: readonly Candidate[]) => judge(group).score;
  let free = inTurn(people, seed);
  const groups: Candidate[][] = [];
  const alone: Candidate[] = [];

  while (free.length > 0) {
    const [first, ...others] = free as [Candidate, ...Candidate[]];
    const group = companyOf(first, others, scoreWith);
    if (group.length < POD_SIZE.least) alone.push(first);
    else groups.push(group);
    free = free.filter((person) => !group.includes(person));
  }

  for (const person of alone) {
    const withRoom = groups.filter((group) => canAllMeet([...group, person]));
    best(withRoom, (group) => scoreWith([...group, person]))?.push(person);
  }

  return groups.map((group) => ({
    memberIds: group.map(({ id }) => id),
    ...judge(group),
    sharedHours: commonHours(group),
  }));
};

/** The first person, with a second who suits best, and a third where one suits both; alone when no size suits all. */
function companyOf(
  first: Candidate,
  others: readonly Candidate[],
  scoreWith: (group: readonly Candidate[]) => number,
): Candidate[] {
  const choices = others.filter((other) => canMeet(first, other));
  const second = best(choices, (person) => scoreWith([first, person]));
  if (!second) return [first];
  const pair = [first, second];
  const thirds = choices.filter((person) => person !== second && canAllMeet([...pair, person]));
  const third = best(thirds, (person) => scoreWith([...pair, person]));
  if (third) return [...pair, third];
  return canAllMeet(pair) ? pair : [first];
}

/** Each once, longest wait first. Ties go by a hash of member and round, so nobody gains by id or by a faster network. */
function inTurn(people: readonly Candidate[], seed: number): Candidate[] {
  const waiting = new Map(people.map((person) => [person.id, person]));
  const turn = (person: Candidate) => hash(`${seed}:${person.id}`);
  return [...waiting.values()].sort(
    (a, b) => a.waitingSince.getTime() - b.waitingSince.getTime() || turn(a) - turn(b) || (a.id < b.id ? -1 : 1),
  );
}

/** The first of those with the highest value. */
function best<T>(choices: readonly T[], valueOf: (choice: T) => number): T | undefined {
  let found: { choice: T; value: number } | undefined;
  for (const choice of choices) {
    const value = valueOf(choice);
    if (!found || value > found.value) found = { choice, value };
  }
  return found?.choice;
}

/** FNV-1a, 32 bits: spreads ids evenly, is no secret. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

function remembered<K, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const value = known.get(key) ?? compute(key);
    known.set(key, value);
    return value;
  };
}
