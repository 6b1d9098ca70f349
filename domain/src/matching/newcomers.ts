import { type MatchRequest } from '../documents';
import { type Candidate, candidateOf } from './candidate';
import { inTurn } from './in-turn';
import { type MatchEngine, type MatchGroup } from './match-people';
import { offsetsAt, scoreGroup } from './scoring';

/** Somebody who waits, in their lane. */
export interface Seeker extends Candidate {
  readonly lane: MatchRequest['lane'];
  /** Can be company for a newcomer. */
  readonly isTrusted: boolean;
}

/** Groups of those who wait, as `MatchEngine`, with the newcomers' lane. */
export type Matchmaker = (people: readonly Seeker[], p: { now: Date; seed: number }) => MatchGroup[];

export const seekerOf = (request: MatchRequest, now: Date): Seeker => ({
  ...candidateOf(request, now),
  lane: request.lane,
  isTrusted: request.isTrusted,
});

/**
 * Seats newcomers first, each with the trusted member who suits them best, longest wait first; the engine matches
 * everybody else, and whoever is alone after that joins a starter pod with room. A newcomer for whom no trusted member
 * waits is matched like everybody. The lane never costs anybody a pod: when without it more people find one, it gives way.
 */
export const withNewcomers =
  (engine: MatchEngine): Matchmaker =>
  (unordered, p) => {
    const people = [...unordered].sort((a, b) => inTurn(a, b, p.seed));
    const score = scoresAt(p.now);
    const starters = seatNewcomers(people, score);
    if (starters.length === 0) return named(engine(people, p).groups, people);
    const seated = new Set(starters.flat());
    const { groups: usual } = engine(
      people.filter((person) => !seated.has(person)),
      p,
    );
    const placed = new Set(usual.flatMap(({ memberIds }) => memberIds));
    const alone = people.filter((person) => !seated.has(person) && !placed.has(person.id));
    const late = joinStarters(starters, alone, score);
    const inLanes = [...late.groups.flatMap((group) => groupOf(group, score)), ...usual];
    if (late.alone === 0) return named(inLanes, people);
    const withoutLane = engine(people, p).groups;
    return named(countPlaced(withoutLane) > countPlaced(inLanes) ? withoutLane : inLanes, people);
  };

/** The best of fifty is good, and a thousand newcomers beside a thousand hosts would take seconds. */
const HOSTS_LOOKED_AT = 50;

type Group = readonly Seeker[];

type Score = (group: Group) => ReturnType<typeof scoreGroup>;

const scoresAt = (now: Date): Score => {
  const offsetOf = offsetsAt(now);
  return (group) => scoreGroup(group, now, offsetOf);
};

function seatNewcomers(people: readonly Seeker[], score: Score): Group[] {
  const hosts = new Set(people.filter(isHost));
  return people
    .filter(({ lane }) => lane === 'newcomer')
    .flatMap((newcomer) => {
      const host = hostFor(newcomer, hosts, score);
      if (!host) return [];
      hosts.delete(host);
      return [[newcomer, host]];
    });
}

/** The best of those who have waited longest and may meet them. */
function hostFor(newcomer: Seeker, hosts: Iterable<Seeker>, score: Score): Seeker | undefined {
  const choices: Seeker[] = [];
  for (const host of hosts) {
    if (choices.length === HOSTS_LOOKED_AT) break;
    if (score([newcomer, host])) choices.push(host);
  }
  return best(choices, (host) => score([newcomer, host])?.score);
}

function joinStarters(starters: readonly Group[], alone: readonly Seeker[], score: Score) {
  const groups = [...starters];
  let left = 0;
  for (const person of alone) {
    const place = best([...groups.keys()], (n) => score([...(groups[n] ?? []), person])?.score);
    if (place === undefined) left += 1;
    else groups[place] = [...(groups[place] ?? []), person];
  }
  return { groups, alone: left };
}

const groupOf = (people: Group, score: Score): MatchGroup[] => {
  const scored = score(people);
  return scored ? [{ memberIds: people.map(({ id }) => id), ...scored }] : [];
};

/** Says of each group whether it is a starter pod: a newcomer in it, and somebody trusted. */
const named = (groups: readonly MatchGroup[], people: readonly Seeker[]): MatchGroup[] => {
  const byId = new Map(people.map((person) => [person.id, person]));
  return groups.map((group) => {
    const members = group.memberIds.flatMap((id) => byId.get(id) ?? []);
    const isStarter = members.some(({ lane }) => lane === 'newcomer') && members.some(isHost);
    return { ...group, kind: isStarter ? 'newcomer' : 'new-pod' };
  });
};

const isHost = ({ lane, isTrusted }: Seeker): boolean => lane === 'usual' && isTrusted;

const countPlaced = (groups: readonly MatchGroup[]): number =>
  groups.reduce((sum, { memberIds }) => sum + memberIds.length, 0);

/** The first of those with the highest value; those without one are no choice. */
function best<T>(choices: readonly T[], valueOf: (choice: T) => number | undefined): T | undefined {
  let found: { choice: T; value: number } | undefined;
  for (const choice of choices) {
    const value = valueOf(choice);
    if (value !== undefined && (!found || value > found.value)) found = { choice, value };
  }
  return found?.choice;
}
