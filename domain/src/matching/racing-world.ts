import { DomainError } from '../contracts';
import { type MatchRequest, type Proposal, type Relations } from '../documents';
import { type Candidate, candidateOf } from './candidate';
import { aCard, aRequest } from './example-requests';
import { matchPeople } from './match-people';
import { acceptProposal, declineProposal, expireProposal, type Outcome, proposeGroup } from './proposals';
import { copiesOf, noRelations, withBlock } from './relations';
import { askForRematch } from './rematch';
import { cancel, canStep, isFree, isStale, release, snooze, wake } from './request-states';

/** For tests: what is stored of some people who look for a pod; each step changes it as one transaction would. */
export interface World {
  readonly now: Date;
  readonly requests: readonly MatchRequest[];
  readonly relations: readonly Relations[];
  /** Oldest first; nothing is ever taken out. */
  readonly proposals: readonly Proposal[];
}
export type Step = (world: World) => World;

export const firstWorld = (ids: readonly string[], now: Date): World => ({
  now,
  requests: ids.map((memberId) => aRequest({ memberId, waitingSince: now, hours: [16, 17] })),
  relations: ids.map((id) => noRelations(id)),
  proposals: [],
});

/** A step that is refused changes nothing; any other error is a defect and fails the test. */
export const attempt =
  (step: Step): Step =>
  (world) => {
    try {
      return step(world);
    } catch (error) {
      if (error instanceof DomainError) return world;
      throw error;
    }
  };

export const requestOf = ({ requests }: World, id: string): MatchRequest =>
  requests.find((request) => request.id === id) ?? aRequest({ memberId: id });
export const relationsOf = ({ relations }: World, id: string): Relations =>
  relations.find((one) => one.id === id) ?? noRelations(id);

/** Somebody as a transaction sees them: with their relations of now, whatever their request has copied. */
export const personOf = (world: World, id: string): Candidate =>
  candidateOf({ ...requestOf(world, id), ...copiesOf(relationsOf(world, id)) }, world.now);

/** The requests that name this proposal, as a transaction reads them; those of later locks are not among them. */
const readProposal = (world: World, proposal: Proposal) => ({
  proposal,
  requests: world.requests.filter(({ lock }) => lock?.proposalId === proposal.id),
  people: proposal.memberIds.map((id) => personOf(world, id)),
  now: world.now,
});

const replaced = <T extends { readonly id: string }>(all: readonly T[], newer: readonly T[]): readonly T[] =>
  newer.every((one) => all.includes(one)) ? all : all.map((old) => newer.find(({ id }) => id === old.id) ?? old);

const saved = (world: World, outcome: Outcome | null): World =>
  outcome === null
    ? world
    : sameOr(world, {
        ...world,
        requests: replaced(world.requests, outcome.requests),
        proposals: replaced(world.proposals, [outcome.proposal]),
      });

const sameOr = (before: World, after: World): World =>
  before.requests === after.requests && before.proposals === after.proposals && before.relations === after.relations
    ? before
    : after;

const withRequest = (world: World, request: MatchRequest): World => ({
  ...world,
  requests: replaced(world.requests, [request]),
});

export const newestOf =
  (id: string) =>
  ({ proposals }: World): Proposal | undefined =>
    proposals.findLast(({ memberIds }) => memberIds.includes(id));

export const accepts =
  (id: string, proposalOf: (world: World) => Proposal | undefined): Step =>
  (world) => {
    const proposal = proposalOf(world);
    return proposal ? saved(world, acceptProposal(readProposal(world, proposal), id)) : world;
  };

export const asksForRematch =
  (id: string, proposalOf: (world: World) => Proposal | undefined): Step =>
  (world) => {
    const proposal = proposalOf(world);
    if (!proposal) return world;
    const own = relationsOf(world, id);
    const { relations, ...outcome } = askForRematch(readProposal(world, proposal), {
      memberId: id,
      relations: own,
      request: requestOf(world, id),
    });
    const after = saved(world, outcome);
    return sameOr(world, { ...after, relations: replaced(after.relations, [relations]) });
  };

export const expires =
  (proposalOf: (world: World) => Proposal | undefined): Step =>
  (world) => {
    const proposal = proposalOf(world);
    return proposal ? saved(world, expireProposal(readProposal(world, proposal))) : world;
  };

/** What leaving, pausing and blocking have in common: an open proposal closes before the request changes. */
const letGoOf = (world: World, id: string): World => {
  const { lock } = requestOf(world, id);
  const proposal = world.proposals.find((one) => one.id === lock?.proposalId);
  return proposal ? saved(world, declineProposal(readProposal(world, proposal))) : world;
};

export const leaves =
  (id: string): Step =>
  (world) => {
    if (!canStep(requestOf(world, id), 'cancel')) return world;
    const free = letGoOf(world, id);
    return withRequest(free, cancel(requestOf(free, id)));
  };

export const pauses =
  (id: string, hours: number): Step =>
  (world) => {
    const until = new Date(world.now.getTime() + hours * 3_600_000);
    if (requestOf(world, id).status === 'snoozed') return world;
    snooze(requestOf(world, id), until, world.now);
    const free = letGoOf(world, id);
    return withRequest(free, snooze(requestOf(free, id), until, free.now));
  };

export const comesBack =
  (id: string): Step =>
  (world) => {
    const request = requestOf(world, id);
    return canStep(request, 'wake') ? withRequest(world, wake(request)) : world;
  };

export const blocks =
  (id: string, other: string): Step =>
  (world) => {
    const relations = withBlock(relationsOf(world, id), other);
    if (relations === relationsOf(world, id)) return world;
    const { lock } = requestOf(world, id);
    const proposal = world.proposals.find((one) => one.id === lock?.proposalId);
    const free = proposal?.memberIds.includes(other) ? letGoOf(world, id) : world;
    const request = { ...requestOf(free, id), ...copiesOf(relations) };
    return { ...withRequest(free, request), relations: replaced(free.relations, [relations]) };
  };

/** A report reaches the relations alone: no proposal and no request hears of it until somebody reads them. */
export const reports =
  (id: string, other: string): Step =>
  (world) => {
    const own = relationsOf(world, id);
    if (id === other || own.reported.includes(other)) return world;
    return { ...world, relations: replaced(world.relations, [{ ...own, reported: [...own.reported, other] }]) };
  };

/** The next run: it takes over every lock that is over, whether or not anybody has released it, and proposes anew. */
export const run: Step = (world) => {
  const freed = world.requests.map((one) =>
    one.status === 'proposed' && isStale(one, world.now) ? release(one) : one,
  );
  const free = freed.filter((one) => isFree(one, world.now));
  const people = free.map(({ id }) => personOf(world, id));
  const { groups } = matchPeople(people, { now: world.now, seed: world.proposals.length });
  const cards = free.map(({ id }) => aCard(id));
  return groups.reduce<World>(
    (sofar, group) => {
      const id = `p${sofar.proposals.length + 1}`;
      const proposed = proposeGroup(group, { id, requests: sofar.requests, cards, now: sofar.now });
      const proposals = [...sofar.proposals, proposed.proposal];
      return { ...sofar, requests: replaced(sofar.requests, proposed.requests), proposals };
    },
    freed.every((one, n) => one === world.requests[n]) ? world : { ...world, requests: freed },
  );
};

export const passes =
  (hours: number): Step =>
  (world) => ({ ...world, now: new Date(world.now.getTime() + hours * 3_600_000) });
