import { type MatchRequest, type MatchWhy, type TimeZone } from '../documents';
import { canAllMeet, canMeet } from './can-meet';
import { offsetHours, scoreOf, whyOf } from './scoring';
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
export type MatchEngine = (people: readonly MatchRequest[], p: { now: Date; seed: number }) => MatchGroup[];

export const POD_SIZE = { least: 2, usual: 3, most: 4 } as const;

/**
 * Greedy: whoever has waited longest chooses first and takes the best company, up to the usual size.
 * Whoever then is alone joins the group with room that suits best.
 * Costs about n² comparisons of hours: about a second for 500 people of one track.
 */
export const plainMatching: MatchEngine = (people, { now, seed }) => {
  const offsetOf = remembered((zone: TimeZone) => offsetHours(zone, now));
  const scoreWith = (group: readonly MatchRequest[]) => scoreOf(whyOf(group, offsetOf));
  let free = inTurn(people, seed);
  const groups: MatchRequest[][] = [];
  const alone: MatchRequest[] = [];

  while (free.length > 0) {
    const [first, ...others] = free as [MatchRequest, ...MatchRequest[]];
    const group = [first];
    let candidates = others.filter((other) => canMeet(first, other));
    while (group.length < POD_SIZE.usual) {
      candidates = candidates.filter((candidate) => !group.includes(candidate) && canAllMeet([...group, candidate]));
      const chosen = best(candidates, (candidate) => scoreWith([...group, candidate]));
      if (!chosen) break;
      group.push(chosen);
    }
    if (group.length < POD_SIZE.least) alone.push(first);
    else groups.push(group);
    free = free.filter((person) => !group.includes(person));
  }

  for (const person of alone) {
    const withRoom = groups.filter((group) => group.length < POD_SIZE.most && canAllMeet([...group, person]));
    best(withRoom, (group) => scoreWith([...group, person]))?.push(person);
  }

  return groups.map((group) => {
    const why = whyOf(group, offsetOf);
    return { memberIds: group.map((p) => p.memberId), why, score: scoreOf(why), sharedHours: commonHours(group) };
  });
};

/** Those who wait, each once, longest wait first. Ties go by a hash of member and round, so nobody gains by id or by a faster network. */
function inTurn(people: readonly MatchRequest[], seed: number): MatchRequest[] {
  const waiting = new Map(people.filter((p) => p.status === 'waiting').map((p) => [p.memberId, p]));
  const turn = (person: MatchRequest) => hash(`${seed}:${person.memberId}`);
  return [...waiting.values()].sort(
    (a, b) =>
      a.waitingSince.getTime() - b.waitingSince.getTime() || turn(a) - turn(b) || (a.memberId < b.memberId ? -1 : 1),
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
