import { DomainError } from '../contracts';
import {
  type Challenge,
  type ChallengeState,
  LIMITS,
  type Review,
  type ReviewAnswer,
  type ReviewSeat,
  SCHEMA_VERSION,
} from '../documents';
import { CHALLENGES, isDecided } from './challenging';

/** What the answers come to so far; null: it is not decided. Two who agree decide, so a tie leaves the check-in. */
export function outcomeOf(seats: readonly Pick<ReviewSeat, 'answer'>[]): 'upheld' | 'dismissed' | null {
  const count = (answer: ReviewAnswer) => seats.filter((seat) => seat.answer === answer).length;
  if (count('does-not') >= CHALLENGES.agree) return 'upheld';
  return count('shows-it') >= CHALLENGES.agree ? 'dismissed' : null;
}

/** How many more are to be asked: who passed gives way to another, as long as there are seats for them. */
export function vacancies({ seats, state }: Challenge): number {
  if (isDecided({ state })) return 0;
  const taken = seats.filter(({ answer }) => answer !== 'pass').length;
  return Math.max(0, Math.min(CHALLENGES.seats - taken, LIMITS.reviewersAsked - seats.length));
}

export function withReviewers(challenge: Challenge, seats: readonly Omit<ReviewSeat, 'answer'>[]): Challenge {
  const all = [...challenge.seats, ...seats.map((seat) => ({ ...seat, answer: null }))];
  const reviewerIds = all.map(({ reviewerId }) => reviewerId);
  const state: ChallengeState = all.length === 0 ? 'open' : 'in-review';
  return { ...challenge, seats: all, reviewerIds, state, version: challenge.version + 1 };
}

/** What a reviewer is given: what to look for, and no name. */
export const reviewFor = (
  challenge: Challenge,
  seat: Pick<ReviewSeat, 'reviewId' | 'reviewerId'>,
  now: Date,
): Review => ({
  id: seat.reviewId,
  reviewerId: seat.reviewerId,
  kind: challenge.proof.kind,
  track: challenge.track,
  status: challenge.status,
  cause: challenge.cause,
  reasons: challenge.reasons,
  state: 'waiting',
  answer: null,
  askedAt: now,
  until: challenge.until,
  version: 1,
  schemaVersion: SCHEMA_VERSION,
});

/** Whether somebody may look at the proof now: for the time of their review and no longer. */
export const isLooking = (challenge: Challenge, reviewId: string, now: Date): boolean =>
  !isDecided(challenge) &&
  now < challenge.until &&
  challenge.seats.some((seat) => seat.reviewId === reviewId && seat.answer === null);

/**
 * The challenge with a reviewer's answer; the first one stands, and the same again changes nothing.
 * @throws DomainError 'not-found'; 'failed-precondition': answered otherwise before, or it is over
 */
export function withAnswer(challenge: Challenge, reviewId: string, answer: ReviewAnswer, now: Date): Challenge {
  const seat = challenge.seats.find((one) => one.reviewId === reviewId);
  if (!seat) throw new DomainError('not-found', 'There is no such review.');
  if (seat.answer === answer) return challenge;
  if (seat.answer !== null)
    throw new DomainError('failed-precondition', 'You have answered already, and the first answer stands.');
  if (isDecided(challenge) || now >= challenge.until)
    throw new DomainError('failed-precondition', 'This review is over. Thank you for looking.');
  const seats = challenge.seats.map((one) => (one === seat ? { ...one, answer } : one));
  const outcome = outcomeOf(seats);
  return {
    ...challenge,
    seats,
    state: outcome ?? challenge.state,
    decidedAt: outcome ? now : null,
    version: challenge.version + 1,
  };
}

/** Over without two who agree: the check-in has the benefit of the doubt. Null: it is not time, or it was decided. */
export function expireChallenge(challenge: Challenge, now: Date): Challenge | null {
  if (isDecided(challenge) || now < challenge.until) return null;
  return { ...challenge, state: 'expired', decidedAt: now, version: challenge.version + 1 };
}
