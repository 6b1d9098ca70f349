import { DomainError } from '../contracts';
import { type MatchRequest, type MemberCard, type Proposal, SCHEMA_VERSION } from '../documents';
import { canAllMeet, POD_SIZE } from './can-meet';
import { candidateOf } from './candidate';
import { meetingTime, podZone } from './meeting-time';
import { type MatchGroup } from './match-people';
import { commonHours } from './week-hours';

export const PROPOSAL_LASTS_MS = 24 * 60 * 60 * 1000;
/** As many as a stored request holds; beyond it the oldest is forgotten. */
const MOST_RECENT = 60;

interface Outcome {
  proposal: Proposal;
  requests: MatchRequest[];
}

/**
 * Turns a group into an open proposal that lasts 24 h, and gives back the requests of the group.
 * Everything is checked again on the requests as they are now, since the group was made on an older reading.
 * @throws DomainError 'failed-precondition': somebody no longer waits, or they may no longer meet.
 */
export function proposeGroup(
  group: MatchGroup,
  p: { id: string; requests: readonly MatchRequest[]; cards: readonly MemberCard[]; now: Date },
): Outcome {
  const people = group.memberIds.map((id) => p.requests.find((request) => request.memberId === id));
  const cards = group.memberIds.map((id) => p.cards.find((card) => card.id === id));
  const allThere = people.every((person) => person?.status === 'waiting') && cards.every((card) => card !== undefined);
  if (!allThere) throw new DomainError('failed-precondition', 'Somebody of this group no longer waits for a pod.');
  const requests = people.flatMap((person) => person ?? []);
  if (!canAllMeet(requests.map(candidateOf)))
    throw new DomainError('failed-precondition', 'The people of this group may not meet.');

  const sharedHours = commonHours(requests);
  const timeZone = podZone(requests);
  const expiresAt = new Date(p.now.getTime() + PROPOSAL_LASTS_MS);
  const held = requests.map((request) => lockedFor(request, p.id, expiresAt));
  const proposal: Proposal = {
    id: p.id,
    kind: 'new-pod',
    memberIds: [...group.memberIds],
    cards: cards.flatMap((card) => card ?? []),
    sprintIds: Object.fromEntries(requests.map((request) => [request.memberId, request.sprintId])),
    track: (requests[0] as MatchRequest).track,
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
 * One member's answer. When all have accepted, the state is 'formed' and the requests are 'matched'; with a
 * 'rematch' the proposal is 'declined', everybody waits on as long as before, and the one who declined
 * is not asked again about the others. The same answer twice changes nothing.
 * @param p.requests the requests of everybody in the proposal; given back with what changed
 * @throws DomainError 'permission-denied': not part of it; 'failed-precondition': no longer open, or expired
 */
export function answerProposal(p: {
  proposal: Proposal;
  requests: readonly MatchRequest[];
  memberId: string;
  answer: 'accept' | 'rematch';
  now: Date;
}): Outcome {
  const { proposal, memberId } = p;
  const wanted = p.answer === 'accept' ? 'accepted' : 'declined';
  if (!proposal.memberIds.includes(memberId))
    throw new DomainError('permission-denied', 'You are not part of this proposal.');
  if (proposal.answers[memberId] === wanted) return { proposal, requests: [...p.requests] };
  if (proposal.state !== 'open') throw new DomainError('failed-precondition', NO_LONGER_OPEN[proposal.state]);
  if (p.now >= proposal.expiresAt) throw new DomainError('failed-precondition', NO_LONGER_OPEN.expired);

  const answered = changed(proposal, { answers: { ...proposal.answers, [memberId]: wanted } });
  if (wanted === 'declined') return declined(answered, p.requests, memberId);
  const isComplete = acceptedBy(answered, p.requests).length === answered.memberIds.length;
  return isComplete ? formed(answered, p.requests) : { proposal: answered, requests: [...p.requests] };
}

/**
 * What the end of the 24 h does: with two or more accepted the proposal shrinks to them and is 'formed',
 * else it is 'expired'; the rest wait on as long as before, so they are first in turn.
 * Null: nothing to do (already decided, or too early).
 */
export function expireProposal(proposal: Proposal, requests: readonly MatchRequest[], now: Date): Outcome | null {
  if (proposal.state !== 'open' || now < proposal.expiresAt) return null;
  const accepted = acceptedBy(proposal, requests);
  if (accepted.length >= POD_SIZE.least) return formed(changed(proposal, onlyWith(proposal, accepted)), requests);
  return {
    proposal: changed(proposal, { state: 'expired' }),
    requests: requests.map((request) => (isHeldBy(proposal, request) ? waitingAgain(request) : request)),
  };
}

const NO_LONGER_OPEN = {
  formed: 'This pod has formed already.',
  declined: 'This proposal is closed: somebody asked for a rematch.',
  expired: 'This proposal has expired.',
} as const;

const changed = <T extends { version: number }>(document: T, fields: Partial<T>): T => ({
  ...document,
  ...fields,
  version: document.version + 1,
});

/** A request that was cancelled, or is in another proposal, is not this proposal's to change. */
const isHeldBy = (proposal: Proposal, request: MatchRequest): boolean =>
  request.status === 'proposed' &&
  request.lock?.proposalId === proposal.id &&
  request.lock.fence === proposal.fences[request.memberId];

const lockedFor = (request: MatchRequest, proposalId: string, expiresAt: Date): MatchRequest => {
  const fence = request.fence + 1;
  return changed(request, { status: 'proposed', lock: { proposalId, fence, expiresAt }, fence });
};

const waitingAgain = (request: MatchRequest): MatchRequest => changed(request, { status: 'waiting', lock: null });

const acceptedBy = (proposal: Proposal, requests: readonly MatchRequest[]): string[] =>
  proposal.memberIds.filter(
    (id) =>
      proposal.answers[id] === 'accepted' &&
      requests.some((request) => request.memberId === id && isHeldBy(proposal, request)),
  );

function declined(proposal: Proposal, requests: readonly MatchRequest[], memberId: string): Outcome {
  const others = proposal.memberIds.filter((id) => id !== memberId);
  const withRecent = (request: MatchRequest): MatchRequest => ({
    ...waitingAgain(request),
    recent: [...request.recent.filter((id) => !others.includes(id)), ...others].slice(-MOST_RECENT),
  });
  return {
    proposal: { ...proposal, state: 'declined' },
    requests: requests.map((request) => {
      if (!isHeldBy(proposal, request)) return request;
      return request.memberId === memberId ? withRecent(request) : waitingAgain(request);
    }),
  };
}

const formed = (proposal: Proposal, requests: readonly MatchRequest[]): Outcome => ({
  proposal: { ...proposal, state: 'formed' },
  requests: requests.map((request) => {
    if (!isHeldBy(proposal, request)) return request;
    return proposal.memberIds.includes(request.memberId)
      ? changed(request, { status: 'matched', lock: null })
      : waitingAgain(request);
  }),
});

function onlyWith(proposal: Proposal, memberIds: readonly string[]): Partial<Proposal> {
  const among = <T>(record: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).filter(([id]) => memberIds.includes(id)));
  return {
    memberIds: [...memberIds],
    cards: proposal.cards.filter((card) => memberIds.includes(card.id)),
    sprintIds: among(proposal.sprintIds),
    answers: among(proposal.answers),
  };
}
