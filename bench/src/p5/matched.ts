import { brokenConstraints } from './broken-constraints';
import { type Candidate, matchPeople, type Matching, scoreGroup } from '@podmates/domain/matching';

/** A run of the engine whose figures can be relied on. */
export interface Matched {
  readonly matching: Matching;
  /** Places in the list of people, group by group. */
  readonly groups: readonly (readonly number[])[];
  /** By the definition of the score, group by group. */
  readonly total: number;
  readonly placed: number;
  /** Hard constraints that it breaks, by the benchmark's own reading of them. */
  readonly broken: readonly string[];
  readonly spentMs: number;
}

const SAME_PER_PERSON = 1e-6;

/** Throws when the engine says another total than the scores of its groups come to: nothing else would be worth reading. */
export function matched(people: readonly Candidate[], now: Date, seed: number): Matched {
  const began = spentMs();
  const matching = matchPeople(people, { now, seed });
  const spent = spentMs() - began;
  const places = new Map(people.map(({ id }, nth) => [id, nth]));
  const groups = matching.groups.map(({ memberIds }) => memberIds.map((id) => places.get(id) ?? -1));
  const broken = brokenConstraints(people, matching);
  const total = broken.length > 0 ? Number.NaN : totalOf(people, groups, now);
  if (Math.abs(total - matching.total) > SAME_PER_PERSON * people.length) {
    throw new Error(`The engine says ${matching.total}; its groups come to ${total}.`);
  }
  return { matching, groups, total, placed: groups.flat().length, broken, spentMs: spent };
}

/** The sum of the groups' scores; throws on a group that may not be. */
export function totalOf(people: readonly Candidate[], groups: readonly (readonly number[])[], now: Date): number {
  let total = 0;
  for (const group of groups) {
    const members = group.map((nth) => people[nth]!);
    const scored = scoreGroup(members, now);
    if (!scored) throw new Error(`${members.map(({ id }) => id).join(', ')} may not be a pod.`);
    total += scored.score;
  }
  return total;
}

/** Time that this process has spent on a core, rather than the clock's: others use the machine too. */
export function spentMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
