import { DomainError } from '../contracts';
import { type MatchRequest, type MemberCard, type Proposal, SCHEMA_VERSION } from '../documents';
import { canAllMeet, canMeet, POD_SIZE } from './can-meet';
import { type Candidate, candidateOf } from './candidate';
import { meetingHours, meetingTime, podZone } from './meeting-time';
import { type MatchGroup } from './match-people';
import { hold, match, release } from './request-states';
import { commonHours } from './week-hours';

export const PROPOSAL_LASTS_MS = 24 * 60 * 60 * 1000;

/** The states a proposal can be in, and those it can go on to: once it is decided, it stays so. */
export const PROPOSAL_TRANSITIONS = {
  open: ['open', 'formed', 'declined', 'expired'],
  formed: [],
  declined: [],
  expired: [],
} as const satisfies Record<Proposal['state'], readonly Proposal['state'][]>;

/** A proposal with the requests of its people, as a step leaves them. */
export interface Outcome {
  readonly proposal: Proposal;
  readonly requests: readonly MatchRequest[];
}
/**
 * What a step looks at. `people`: everybody in the proposal who is still there, as they are stored now. The requests may
 * be held by something else meanwhile; a step leaves those alone.
 */
export interface ProposalNow extends Outcome {
  readonly people: readonly Candidate[];
  readonly now: Date;
}

/**
 * Turns a group into an open proposal that lasts 24 h, and holds the requests of the group for it.
 * Everything is checked again on the requests as they are now, since the group was made on an older reading.
 * @throws DomainError 'failed-precondition': somebody no longer waits, or they may no longer meet.
 */
export function proposeGroup(
  group: MatchGroup,
  p: {
    id: string;
    kind?: Proposal['kind'];
    requests: readonly MatchRequest[];
    cards: readonly MemberCard[];
    now: Date;
  },
): Outcome {
  const requests = group.memberIds.flatMap((id) => p.requests.find((request) => request.memberId === id) ?? []);
  const cards = group.memberIds.flatMap((id) => p.cards.find((card) => card.id === id) ?? []);
  const [first] = requests;
  if (!first || requests.length < group.memberIds.length || cards.length < group.memberIds.length)
    throw new DomainError('failed-precondition', 'Somebody of this group no longer waits for a pod.');
  if (!canAllMeet(requests.map((request) => candidateOf(request, p.now))))
    throw new DomainError('failed-precondition', 'The people of this group may not meet.');

  const expiresAt = new Date(p.now.getTime() + PROPOSAL_LASTS_MS);
  const held = requests.map((request) => hold(request, { proposalId: p.id, expiresAt, now: p.now }));
  const sharedHours = commonHours(requests);
  const timeZone = podZone(requests);
  const proposal: Proposal = {
    id: p.id,
    kind: p.kind ?? 'new-pod',
    memberIds: [...group.memberIds],
    cards,
    sprintIds: Object.fromEntries(requests.map((request) => [request.memberId, request.sprintId])),
    track: first.track,
    why: group.why,
    score: group.score,
    sharedHours,
    meeting: meetingTime(requests, sharedHours, timeZone, p.now),
    timeZone,
    answers: Object.fromEntries(group.memberIds.map((id) => [id, 'waiting' as const])),
    fences: Object.fromEntries(held.map((request) => [request.memberId, request.fence])),
    state: 'open',
    podId: null,
    expiresAt,
    version: 1,
    schemaVersion: SCHEMA_VERSION,
    createdAt: p.now,
  };
  return { proposal, requests: held };
}

/**
 * One member says yes. When all have, the state is 'formed' and the requests are 'matched'. When they may no longer all
 * meet, or one of them cannot come at the time that it names, the proposal closes as after a rematch, and nothing tells why. The same answer twice changes nothing.
 * @throws DomainError 'permission-denied': not part of it; 'failed-precondition': no longer open, or expired
 */
export function acceptProposal(at: ProposalNow, memberId: string): Outcome {
  const { proposal, requests } = at;
  refuseStranger(proposal, memberId);
  const hasAccepted = proposal.answers[memberId] === 'accepted';
  if (hasAccepted && (proposal.state === 'open' || proposal.state === 'formed')) return { proposal, requests };
  refuseClosed(proposal, at.now);
  if (!isStillTrue(at) || !canAllMeet(at.people)) return closed(at, 'declined');
  const answered = { ...proposal, answers: { ...proposal.answers, [memberId]: 'accepted' as const } };
  const isComplete = acceptedBy(answered, requests).length === answered.memberIds.length;
  return isComplete ? formed(at, answered) : { proposal: changed(answered, {}), requests };
}

/**
 * Closes an open proposal because of one member, who is not told of: they asked for other people, left the queue,
 * paused or blocked somebody. Everybody waits on as long as before. Null when it is not open any more.
 */
export function declineProposal(at: Outcome & { readonly now: Date }): Outcome | null {
  const isOpen = at.proposal.state === 'open' && at.now < at.proposal.expiresAt;
  return isOpen ? closed(at, 'declined') : null;
}

/**
 * What the end of the 24 h does: the largest number of those who accepted, who may all meet, become the pod, and the
 * proposal shrinks to them; without two it is 'expired'. The rest wait on as long as before, so they are first in turn.
 * Null: nothing to do (already decided, or too early).
 */
export function expireProposal(at: ProposalNow): Outcome | null {
  const { proposal, requests, now } = at;
  if (proposal.state !== 'open' || now < proposal.expiresAt) return null;
  const accepted = acceptedBy(proposal, requests);
  const people = at.people.filter(({ id }) => accepted.includes(id));
  const mayAllMeet = people.every((a, i) => people.slice(i + 1).every((b) => canMeet(a, b)));
  const pod = mayAllMeet && canCome(proposal, people) ? largestPod(people) : null;
  return pod ? formed(at, withoutLane(onlyWith(proposal, pod), requests)) : closed(at, 'expired');
}

/** Whether everybody in the proposal is there, and can come at the time that they were asked for. */
export const isStillTrue = ({ proposal, people }: ProposalNow): boolean =>
  people.length === proposal.memberIds.length && canCome(proposal, people);

const canCome = (proposal: Proposal, people: readonly Candidate[]): boolean =>
  meetingHours(proposal, proposal.createdAt).every((hour) => people.every(({ hours }) => hours.includes(hour)));

/** Whether the lock on a request is this proposal's: of a later lock the fence is higher. */
export const isHeldBy = (proposal: Proposal, request: MatchRequest): boolean =>
  request.status === 'proposed' &&
  request.lock?.proposalId === proposal.id &&
  request.lock.fence === proposal.fences[request.memberId];

/** @throws DomainError 'permission-denied' */
export function refuseStranger(proposal: Proposal, memberId: string): void {
  if (!proposal.memberIds.includes(memberId))
    throw new DomainError('permission-denied', 'You are not part of this proposal.');
}

/** The words are the same whatever closed it, so that they tell nobody who said no, or that somebody did. */
export function refuseClosed({ state, expiresAt }: Proposal, now: Date): void {
  if (state === 'formed') throw new DomainError('failed-precondition', 'This pod has formed already.');
  if (state !== 'open' || now >= expiresAt) throw proposalClosed();
}

/** Also what a yes hears that closes it, as when two of its people may no longer meet: that looks like any other end. */
export const proposalClosed = (): DomainError =>
  new DomainError('failed-precondition', 'This proposal is closed. You keep your place, and we look for other people.');

const changed = (proposal: Proposal, fields: Partial<Proposal>): Proposal => ({
  ...proposal,
  ...fields,
  version: proposal.version + 1,
});

/** Those whose yes counts: their request is still held, or they have none, being in the pod already. */
const acceptedBy = (proposal: Proposal, requests: readonly MatchRequest[]): string[] =>
  proposal.memberIds.filter(
    (id) =>
      proposal.answers[id] === 'accepted' &&
      (proposal.fences[id] === undefined ||
        requests.some((request) => request.memberId === id && isHeldBy(proposal, request))),
  );

const closed = ({ proposal, requests }: Outcome, state: 'declined' | 'expired'): Outcome => ({
  proposal: changed(proposal, { state }),
  requests: requests.map((request) => (isHeldBy(proposal, request) ? release(request) : request)),
});

const formed = ({ requests, now }: Outcome & { readonly now: Date }, proposal: Proposal): Outcome => ({
  proposal: changed(proposal, { state: 'formed' }),
  requests: requests.map((request) => {
    if (!isHeldBy(proposal, request)) return request;
    return proposal.memberIds.includes(request.memberId) ? match(request, now) : release(request);
  }),
});

/** As many of them as a size suits; those named first are preferred. Null without two. */
function largestPod(people: readonly Candidate[]): string[] | null {
  if (canAllMeet(people)) return people.map(({ id }) => id);
  if (people.length <= POD_SIZE.least) return null;
  const withoutOne = people.map((_, n) => people.filter((_person, m) => m !== people.length - 1 - n));
  return withoutOne
    .map(largestPod)
    .reduce((best, next) => ((next?.length ?? 0) > (best?.length ?? 0) ? next : best), null);
}

/** Newcomers whose trusted member has not said yes are a pod like any other: a starter pod has somebody who knows the way. */
function withoutLane(proposal: Proposal, requests: readonly MatchRequest[]): Proposal {
  const isHost = ({ memberId, lane, isTrusted }: MatchRequest): boolean =>
    proposal.memberIds.includes(memberId) && lane === 'usual' && isTrusted;
  return proposal.kind !== 'newcomer' || requests.some(isHost) ? proposal : { ...proposal, kind: 'new-pod' };
}

function onlyWith(proposal: Proposal, memberIds: readonly string[]): Proposal {
  const among = <T>(record: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).filter(([id]) => memberIds.includes(id)));
  return {
    ...proposal,
    memberIds: [...memberIds],
    cards: proposal.cards.filter((card) => memberIds.includes(card.id)),
    sprintIds: among(proposal.sprintIds),
    answers: among(proposal.answers),
  };
}
