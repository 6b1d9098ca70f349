import { type MatchRequest, type Member, type Pod, type Relations, type Sprint } from '../documents';
import { LONGEST_WAIT_MS } from '../matching/matching-weights';
import { isSearching } from '../matching/request-states';
import { newMatchRequest } from '../matching/requests';
import { type Departure } from './pod-case';

const DAY_MS = 24 * 3_600_000;
/** Whoever comes out of a pod counts as having waited for as long as waiting adds weight. */
const HEAD_START_MS = LONGEST_WAIT_MS;
/** Longer than anybody waits: nobody is before them. */
const TO_THE_TOP_MS = 14 * DAY_MS;
/** As long as podmates are not put together again anyway; afterwards the way leads through the queue. */
const WAY_BACK_MS = 30 * DAY_MS;

/** The member outside of the pod. */
export const releasedMember = (member: Member, pod: Pod, to: Departure['to'], now: Date): Member => ({
  ...member,
  podId: null,
  activeSprintId: to === 'exit' ? null : member.activeSprintId,
  wayBack:
    to === 'way-back' && pod.status !== 'ended'
      ? { podId: pod.id, podName: pod.name, until: new Date(now.getTime() + WAY_BACK_MS) }
      : null,
});

/** The request of somebody who looks for no pod now. They have been in one, so the next is a usual one. */
export const withdrawnRequest = (request: MatchRequest): MatchRequest => ({
  ...request,
  lane: 'usual',
  status: 'cancelled',
  lock: null,
  version: request.version + 1,
});

/**
 * The request of somebody who has a pod without having been asked by a proposal: back in it, or gone along. Whoever was
 * not in the queue has waited for nothing, and is not counted with those who were matched now.
 */
export const matchedRequest = (request: MatchRequest, now: Date): MatchRequest => ({
  ...request,
  lane: 'usual',
  status: 'matched',
  lock: null,
  matchedAt: isSearching(request) ? now : request.matchedAt,
  waitlist: null,
  version: request.version + 1,
});

/** The request of somebody who looks for another pod, ahead of those who just came. */
export const movedRequest = (p: {
  member: Member;
  sprint: Sprint;
  relations: Relations;
  isTrusted: boolean;
  before: MatchRequest | null;
  now: Date;
}): MatchRequest => ({
  ...newMatchRequest(p),
  lane: 'usual',
  waitingSince: new Date(p.now.getTime() - HEAD_START_MS),
  headStartMs: HEAD_START_MS,
});

/** The request of somebody who was promised a pod by now: nobody waits before them. */
export const atTheTop = (request: MatchRequest, now: Date): MatchRequest => {
  const before = request.waitingSince.getTime();
  const since = Math.min(before, now.getTime() - TO_THE_TOP_MS);
  return {
    ...request,
    waitingSince: new Date(since),
    headStartMs: request.headStartMs + before - since,
    version: request.version + 1,
  };
};
