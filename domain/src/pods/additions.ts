import { DomainError } from '../contracts';
import {
  type MatchRequest,
  type MeetingTime,
  type MemberCard,
  type Pod,
  type Proposal,
  SCHEMA_VERSION,
  type TimeZone,
} from '../documents';
import { canAllMeet } from '../matching/can-meet';
import { type Candidate, candidateOf } from '../matching/candidate';
import { meetingTime, podZone } from '../matching/meeting-time';
import { answerProposal, expireProposal, lockedFor, PROPOSAL_LASTS_MS } from '../matching/proposals';
import { scoreGroup } from '../matching/scoring';
import { commonHours, hourOfWeek } from '../matching/week-hours';
import { nextMeeting } from './meetings';

/** Of those in front of the queue the best company is asked; further back nobody is, however well they would fit. */
const HEAD_OF_QUEUE = 5;
const MINUTE_MS = 60_000;
const ANY_SIZE = [2, 3, 4];

/** A proposal that adds to a pod; only those with a fence are asked, the pod has said yes before. */
export const isAddition = (proposal: Pick<Proposal, 'kind'>): boolean =>
  proposal.kind === 'refill' || proposal.kind === 'merge';

/** Whether somebody may join: as any group may meet, but a pod that asks for company takes the size that it gets. */
export const mayJoin = (people: readonly Candidate[], newcomer: Candidate): boolean =>
  canAllMeet([...people.map((person) => ({ ...person, sizes: ANY_SIZE })), newcomer]);

/** Who is asked to join these people: of the first few in turn who may, the one who suits best; null when nobody may. */
export function chooseNewcomer(people: readonly Candidate[], queue: readonly Candidate[], now: Date): string | null {
  const head = queue
    .filter((person) => mayJoin(people, person))
    .sort((a, b) => a.waitingSince.getTime() - b.waitingSince.getTime() || (a.id < b.id ? -1 : 1))
    .slice(0, HEAD_OF_QUEUE);
  const open = people.map((person) => ({ ...person, sizes: ANY_SIZE }));
  const scored = head.map((person) => ({ id: person.id, score: scoreGroup([...open, person], now)?.score ?? 0 }));
  const [first, ...others] = scored;
  return others.reduce((best, next) => (best && next.score <= best.score ? best : next), first)?.id ?? null;
}

/** When a pod meets with these people in it: as before where that still suits all of them, else anew. */
export function meetingWith(
  pod: Pick<Pod, 'meeting' | 'timeZone'>,
  requests: readonly MatchRequest[],
  now: Date,
): { meeting: MeetingTime; timeZone: TimeZone } {
  const shared = commonHours(requests);
  const start = nextMeeting(pod, now);
  const end = new Date(start.getTime() + pod.meeting.minutes * MINUTE_MS - 1);
  if ([start, end].every((moment) => shared.includes(hourOfWeek(moment))))
    return { meeting: pod.meeting, timeZone: pod.timeZone };
  const livesThere = requests.some((request) => request.timeZone === pod.timeZone);
  const timeZone = livesThere ? pod.timeZone : podZone(requests);
  return { meeting: meetingTime(requests, shared, timeZone, now), timeZone };
}

/**
 * Asks one more to join a pod that looks for somebody; those in it are taken as having accepted. It lasts a day, and no
 * longer than the search. `requests`: of everybody in the pod and of the newcomer, as they are stored now.
 * @throws DomainError 'failed-precondition': the pod does not look for anybody, the newcomer is not free, or they may not meet
 */
export function proposeAddition(p: {
  id: string;
  kind: 'refill' | 'merge';
  pod: Pod;
  requests: readonly MatchRequest[];
  card: MemberCard;
  now: Date;
}): { proposal: Proposal; requests: MatchRequest[] } {
  const { pod, card, now } = p;
  const inPod = p.requests.filter((request) => pod.memberIds.includes(request.memberId));
  const newcomer = p.requests.find((request) => request.memberId === card.id);
  if (!pod.search || now >= pod.search.until || inPod.length < pod.memberIds.length)
    throw new DomainError('failed-precondition', 'This pod does not look for anybody.');
  const isFree = newcomer?.status === (p.kind === 'merge' ? 'matched' : 'waiting');
  if (!newcomer || !isFree || !mayJoin(inPod.map(candidateOf), candidateOf(newcomer)))
    throw new DomainError('failed-precondition', 'They cannot join this pod.');
  const everybody = [...inPod, newcomer];
  const group = [...inPod.map((request) => ({ ...candidateOf(request), sizes: ANY_SIZE })), candidateOf(newcomer)];
  const scored = scoreGroup(group, now);
  if (!scored) throw new DomainError('failed-precondition', 'They cannot join this pod.');
  const expiresAt = new Date(Math.min(now.getTime() + PROPOSAL_LASTS_MS, pod.search.until.getTime()));
  const held = lockedFor(newcomer, p.id, expiresAt);
  const accepted = pod.memberIds.map((id) => [id, 'accepted' as const]);
  const proposal: Proposal = {
    id: p.id,
    kind: p.kind,
    memberIds: [...pod.memberIds, card.id],
    cards: [...pod.cards, card],
    sprintIds: { [card.id]: newcomer.sprintId },
    track: pod.track,
    why: scored.why,
    score: scored.score,
    sharedHours: commonHours(everybody),
    ...meetingWith(pod, everybody, now),
    answers: Object.fromEntries([...accepted, [card.id, 'waiting']]),
    fences: { [card.id]: held.fence },
    state: 'open',
    podId: pod.id,
    expiresAt,
    version: 1,
    schemaVersion: SCHEMA_VERSION,
    createdAt: now,
  };
  return { proposal, requests: [held] };
}

interface Outcome {
  proposal: Proposal;
  requests: MatchRequest[];
}

/** The newcomer's answer, by the same rules as any proposal's. @throws DomainError as `answerProposal` */
export const answerAddition = (p: Parameters<typeof answerProposal>[0]): Outcome =>
  asWhole(p.proposal, answerProposal({ ...p, proposal: onlyAsked(p.proposal) }));

/** What the end of its time does; null when nothing is to be done. */
export function expireAddition(proposal: Proposal, requests: readonly MatchRequest[], now: Date): Outcome | null {
  const expired = expireProposal(onlyAsked(proposal), requests, now);
  return expired && asWhole(proposal, expired);
}

/** The pod has changed or looks for nobody any more: as if the time were over. Null when it is closed already. */
export const endAddition = (proposal: Proposal, requests: readonly MatchRequest[]): Outcome | null =>
  expireAddition(proposal, requests, proposal.expiresAt);

const onlyAsked = (proposal: Proposal): Proposal => ({
  ...proposal,
  memberIds: proposal.memberIds.filter((id) => Object.hasOwn(proposal.fences, id)),
});

/**
 * The proposal with everybody again. Whoever was asked out of a pod of their own is not in the queue: when it comes to
 * nothing, they are where they were.
 */
const asWhole = (whole: Proposal, { proposal, requests }: Outcome): Outcome => ({
  proposal: { ...proposal, memberIds: whole.memberIds },
  requests: requests.map((request) =>
    whole.kind === 'merge' && request.status === 'waiting' ? { ...request, status: 'matched' } : request,
  ),
});
