import { DomainError } from '../contracts';
import { type MatchRequest } from '../documents';

type Status = MatchRequest['status'];
type Step = 'hold' | 'release' | 'match' | 'cancel' | 'snooze' | 'wake';

/**
 * Which step is allowed in which status, and the status it leads to; what is missing is refused.
 * `proposed.hold` has a condition beside it in `hold`: the lock that is there must have expired.
 */
export const REQUEST_TRANSITIONS = {
  waiting: { hold: 'proposed', cancel: 'cancelled', snooze: 'snoozed' },
  snoozed: { wake: 'waiting', cancel: 'cancelled', snooze: 'snoozed' },
  proposed: { hold: 'proposed', release: 'waiting', match: 'matched', cancel: 'cancelled', snooze: 'snoozed' },
  matched: {},
  cancelled: {},
} as const satisfies Record<Status, Partial<Record<Step, Status>>>;

const stateAfter = (status: Status, step: Step): Status | undefined => {
  const allowed: Partial<Record<Step, Status>> = REQUEST_TRANSITIONS[status];
  return allowed[step];
};

/** Whether the step is allowed at all. */
export const canStep = (request: MatchRequest, step: Step): boolean => stateAfter(request.status, step) !== undefined;

/** The request one step and one version on. @throws DomainError 'failed-precondition': not in this status */
function stepped(request: MatchRequest, step: Step, fields: Partial<MatchRequest>): MatchRequest {
  const status = stateAfter(request.status, step);
  if (!status) throw new DomainError('failed-precondition', `A request that is ${request.status} cannot do that.`);
  return { ...request, lock: null, snoozedUntil: null, ...fields, status, version: request.version + 1 };
}

/** Whether it looks for a pod: now, later, or with one proposed. */
export const isSearching = (request: MatchRequest): boolean => canStep(request, 'cancel');

/** Whether nothing but an expired lock, if anything, keeps this request from a new proposal. */
export const isFree = (request: MatchRequest, now: Date): boolean =>
  request.status === 'waiting' || (request.status === 'proposed' && isStale(request, now));

/** Held by a lock that is over, although nobody has released it: whatever holds it has no claim any more. */
export const isStale = ({ lock }: MatchRequest, now: Date): boolean => lock !== null && lock.expiresAt <= now;

/**
 * Holds a request for a proposal. The fence is higher than that of any lock before, so that a proposal which held the
 * request earlier, and still thinks so, is told apart from this one.
 * @throws DomainError 'failed-precondition': it is not free
 */
export function hold(request: MatchRequest, p: { proposalId: string; expiresAt: Date; now: Date }): MatchRequest {
  if (!isFree(request, p.now))
    throw new DomainError('failed-precondition', 'Somebody of this group no longer waits for a pod.');
  const fence = request.fence + 1;
  return stepped(request, 'hold', { lock: { proposalId: p.proposalId, fence, expiresAt: p.expiresAt }, fence });
}

/** Back to waiting, for as long as before; so whoever was held in vain is first in turn. */
export const release = (request: MatchRequest): MatchRequest => stepped(request, 'release', {});

export const match = (request: MatchRequest, now: Date): MatchRequest =>
  stepped(request, 'match', { matchedAt: now, waitlist: null });

export const cancel = (request: MatchRequest): MatchRequest => stepped(request, 'cancel', { waitlist: null });

const LONGEST_SNOOZE_MS = 90 * 24 * 3_600_000;

/**
 * Takes no part until then; the time that was waited is kept.
 * @throws DomainError 'invalid-argument': not ahead, or further than 90 days; 'failed-precondition': not looking for a pod
 */
export function snooze(request: MatchRequest, until: Date, now: Date): MatchRequest {
  const ahead = until.getTime() - now.getTime();
  if (!(ahead > 0 && ahead <= LONGEST_SNOOZE_MS))
    throw new DomainError('invalid-argument', 'Please choose a day within the next 90 days.', [
      { path: 'until', message: 'is not within the next 90 days' },
    ]);
  if (!canStep(request, 'snooze'))
    throw new DomainError('failed-precondition', 'You are not looking for a pod, so there is nothing to pause.');
  return stepped(request, 'snooze', { snoozedUntil: until, waitlist: null });
}

export const wake = (request: MatchRequest): MatchRequest => stepped(request, 'wake', {});

export const isToWake = ({ status, snoozedUntil }: MatchRequest, now: Date): boolean =>
  status === 'snoozed' && snoozedUntil !== null && snoozedUntil <= now;
