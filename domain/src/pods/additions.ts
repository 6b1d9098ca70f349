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
import { canMeet, mayMeet, MIN_SHARED_HOURS } from '../matching/can-meet';
import { type Candidate } from '../matching/candidate';
import { meetingHours, meetingTime, podZone } from '../matching/meeting-time';
import {
  isHeldBy,
  isStillTrue,
  type Outcome,
  PROPOSAL_LASTS_MS,
  type ProposalNow,
  refuseClosed,
  refuseStranger,
} from '../matching/proposals';
import { hold, isFree, match, release } from '../matching/request-states';
import { offsetMinutes, scoreOf, whyOf } from '../matching/scoring';
import { commonHours } from '../matching/week-hours';

/** Of those in front of the queue the best company is asked; further back nobody is, however well they would fit. */
export const HEAD_OF_QUEUE = 5;

/** A proposal that adds to a pod: one is asked, the pod has said yes before. */
export const isAddition = (proposal: Pick<Proposal, 'kind'>): boolean =>
  proposal.kind === 'refill' || proposal.kind === 'merge';

/**
 * Whether somebody may join: they may meet each of the pod, and all share enough hours. Those in it are not asked again
 * whether they suit each other, and a pod that asks for company takes the size that it gets.
 */
export const mayJoin = (people: readonly Candidate[], newcomer: Candidate): boolean =>
  newcomer.sizes.includes(people.length + 1) &&
  people.every((person) => canMeet(person, newcomer)) &&
  commonHours([...people, newcomer]).length >= MIN_SHARED_HOURS;

/** Whether people of one pod may go on together in another; that they have just met is no reason against it. */
export const mayGoTogether = (people: readonly Candidate[]): boolean => {
  const asStrangers = people.map((person) => ({ ...person, recent: [] }));
  return asStrangers.every((a, i) => asStrangers.slice(i + 1).every((b) => mayMeet(a, b)));
};

/** Who is asked to join these people: of the first few in turn who may, the one who suits best; null when nobody may. */
export function chooseNewcomer(people: readonly Candidate[], queue: readonly Candidate[], now: Date): string | null {
  const head = queue
    .filter((person) => mayJoin(people, person))
    .sort((a, b) => a.waitingSince.getTime() - b.waitingSince.getTime() || (a.id < b.id ? -1 : 1))
    .slice(0, HEAD_OF_QUEUE);
  const scored = head.map((person) => ({ id: person.id, score: fitOf([...people, person], now).score }));
  const [first, ...others] = scored;
  return others.reduce((best, next) => (best && next.score <= best.score ? best : next), first)?.id ?? null;
}

/** How well they fit; whether they may meet at all is asked elsewhere. */
function fitOf(group: readonly Candidate[], now: Date): Pick<Proposal, 'why' | 'score'> {
  const why = whyOf(group, { now, offsetOf: (zone) => offsetMinutes(zone, now) });
  return { why, score: scoreOf(why, group.length) };
}

/** When a pod meets with these people in it: as before where that still suits all of them, else anew. */
export function meetingWith(
  pod: Pick<Pod, 'meeting' | 'timeZone'>,
  requests: readonly MatchRequest[],
  now: Date,
): { meeting: MeetingTime; timeZone: TimeZone } {
  const shared = commonHours(requests);
  if (meetingHours(pod, now).every((hour) => shared.includes(hour)))
    return { meeting: pod.meeting, timeZone: pod.timeZone };
  const livesThere = requests.some((request) => request.timeZone === pod.timeZone);
  const timeZone = livesThere ? pod.timeZone : podZone(requests);
  return { meeting: meetingTime(requests, shared, timeZone, now), timeZone };
}

/**
 * Asks one more to join a pod that looks for somebody; those in it are taken as having accepted. It lasts a day, and no
 * longer than the search. `people`: everybody in the pod, and the newcomer, as they are stored now. `request`: the
 * newcomer's, which is held; of somebody who would come from another pod it is none that waits, and stays as it is.
 * Null when the pod does not look for anybody, the newcomer is not free, or they may not meet.
 */
export function proposeAddition(p: {
  id: string;
  kind: 'refill' | 'merge';
  pod: Pod;
  requests: readonly MatchRequest[];
  people: readonly Candidate[];
  card: MemberCard;
  now: Date;
}): Outcome | null {
  const { pod, card, now } = p;
  const inPod = p.people.filter(({ id }) => pod.memberIds.includes(id));
  const newcomer = p.people.find(({ id }) => id === card.id);
  const request = p.requests.find(({ memberId }) => memberId === card.id);
  const until = pod.search?.until ?? now;
  const isLooking = now < until && inPod.length === pod.memberIds.length;
  const isFreeToCome =
    request !== undefined && (p.kind === 'merge' ? request.status === 'matched' : isFree(request, now));
  if (!isLooking || !newcomer || !isFreeToCome || !mayJoin(inPod, newcomer)) return null;
  const expiresAt = new Date(Math.min(now.getTime() + PROPOSAL_LASTS_MS, until.getTime()));
  const held = p.kind === 'merge' ? [] : [hold(request, { proposalId: p.id, expiresAt, now })];
  const accepted = pod.memberIds.map((id) => [id, 'accepted' as const]);
  const proposal: Proposal = {
    id: p.id,
    kind: p.kind,
    memberIds: [...pod.memberIds, card.id],
    cards: [...pod.cards, card],
    sprintIds: { [card.id]: request.sprintId },
    track: pod.track,
    ...fitOf([...inPod, newcomer], now),
    sharedHours: commonHours([...inPod, newcomer]),
    ...meetingWith(pod, p.requests, now),
    answers: Object.fromEntries([...accepted, [card.id, 'waiting']]),
    fences: Object.fromEntries(held.map(({ memberId, fence }) => [memberId, fence])),
    state: 'open',
    podId: pod.id,
    expiresAt,
    version: 1,
    schemaVersion: SCHEMA_VERSION,
    createdAt: now,
  };
  return { proposal, requests: held };
}

/**
 * The newcomer says yes, and the pod has one more. When they may not join any more, the proposal closes like one whose
 * time is over, and nothing tells why. Saying yes twice changes nothing.
 * @throws DomainError 'permission-denied': not part of it; 'failed-precondition': no longer open, or not theirs to answer
 */
export function acceptAddition(at: ProposalNow, memberId: string): Outcome {
  const { proposal, requests, people, now } = at;
  refuseStranger(proposal, memberId);
  if (proposal.state === 'formed' && proposal.answers[memberId] === 'accepted') return { proposal, requests };
  refuseClosed(proposal, now);
  refuseHost(proposal, memberId);
  const newcomer = people.find(({ id }) => id === memberId);
  const inPod = people.filter(({ id }) => id !== memberId);
  const own = requests.find((request) => request.memberId === memberId);
  const isHeld = proposal.kind === 'merge' || (own !== undefined && isHeldBy(proposal, own));
  if (!newcomer || !isHeld || !isStillTrue(at) || !mayJoin(inPod, newcomer)) return ended(at);
  return {
    proposal: {
      ...proposal,
      answers: { ...proposal.answers, [memberId]: 'accepted' },
      state: 'formed',
      version: proposal.version + 1,
    },
    requests: requests.map((request) => (isHeldBy(proposal, request) ? match(request, now) : request)),
  };
}

/** Whoever is in the pod has said yes to company with the others, and does not turn down single people. @throws DomainError */
export function refuseHost(proposal: Proposal, memberId: string): void {
  if (isAddition(proposal) && proposal.answers[memberId] === 'accepted')
    throw new DomainError('failed-precondition', 'Your pod looks for somebody, and this person is asked.');
}

/** What the end of its time does: the newcomer waits on as long as before. Null: decided already, or too early. */
export const expireAddition = (at: Outcome & { readonly now: Date }): Outcome | null =>
  at.proposal.state === 'open' && at.now >= at.proposal.expiresAt ? ended(at) : null;

/** The pod has changed, or looks for nobody any more. Null when the proposal is closed already. */
export const endAddition = (at: Outcome): Outcome | null => (at.proposal.state === 'open' ? ended(at) : null);

const ended = ({ proposal, requests }: Outcome): Outcome => ({
  proposal: { ...proposal, state: 'expired', version: proposal.version + 1 },
  requests: requests.map((request) => (isHeldBy(proposal, request) ? release(request) : request)),
});
