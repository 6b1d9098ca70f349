import { DomainError } from '../contracts';
import {
  type Challenge,
  type ChallengeCause,
  type ChallengeReason,
  type CheckIn,
  SCHEMA_VERSION,
  type Slot,
  type Track,
} from '../documents';
import { proofFor } from '../checkins/shown-proof';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Behaviour 18. */
export const CHALLENGES = {
  withinMs: DAY_MS, // after the check-in was received; then everybody may rely on it
  reviewMs: DAY_MS, // and no longer hangs over it
  seats: 3, // who look at once, so that there is a majority
  agree: 2, // what it takes to decide: nobody alone takes somebody's day away
} as const;

type ReadyFile = { readonly path: string; readonly kind: 'image' | 'text'; readonly sharedWith: readonly string[] };

/** What of a check-in can be looked at again: a file that the pod sees. Null: nothing. */
export const fileToReview = ({ proof, visibility }: CheckIn): ReadyFile | null =>
  visibility === 'pod' && proof.kind === 'file' && proof.shown?.state === 'ready' ? proof.shown : null;

/**
 * Refuses a podmate's challenge that may not be. Who cannot see the proof is told that there is none.
 * @throws DomainError 'not-found'; 'failed-precondition': one's own, or more than 24 h after the check-in
 */
export function checkChallenge(
  checkIn: CheckIn | null,
  challenger: { id: string; isKeptApart: boolean },
  now: Date,
): void {
  if (checkIn === null || fileToReview(checkIn) === null || proofFor(checkIn, challenger) === null)
    throw new DomainError('not-found', 'There is no such proof.');
  if (checkIn.memberId === challenger.id)
    throw new DomainError('failed-precondition', 'This check-in is yours; you can change it while its day is open.');
  if (now.getTime() - checkIn.receivedAt.getTime() > CHALLENGES.withinMs)
    throw new DomainError('failed-precondition', 'A second look can be asked for within a day; this one stands.');
  if (checkIn.review) throw new DomainError('already-exists', 'This proof was looked at, or is being looked at.');
}

/** A second look at what the check-in shows now; null when there is nothing to look at. */
export function openChallenge(
  checkIn: CheckIn,
  p: {
    id: string;
    track: Track;
    cause: ChallengeCause;
    challengerId: string | null;
    reasons: readonly ChallengeReason[];
    now: Date;
  },
): { challenge: Challenge; checkIn: CheckIn } | null {
  const file = fileToReview(checkIn);
  if (file === null || checkIn.podId === null || checkIn.review) return null;
  const until = new Date(p.now.getTime() + CHALLENGES.reviewMs);
  const challenge: Challenge = {
    id: p.id,
    slotId: checkIn.slotId,
    memberId: checkIn.memberId,
    podId: checkIn.podId,
    cause: p.cause,
    challengerId: p.challengerId,
    reasons: [...new Set(p.reasons)],
    podmateIds: [...file.sharedWith],
    proof: { path: file.path, kind: file.kind },
    track: p.track,
    status: checkIn.status,
    seats: [],
    reviewerIds: [],
    state: 'open',
    until,
    decidedAt: null,
    version: 1,
    schemaVersion: SCHEMA_VERSION,
    createdAt: p.now,
  };
  return { challenge, checkIn: { ...checkIn, review: { state: 'open', until, decidedAt: null } } };
}

export const isDecided = ({ state }: Pick<Challenge, 'state'>): boolean => state !== 'open' && state !== 'in-review';

/** The check-in once the look is over; null when this one is not being looked at. */
export function settledCheckIn(checkIn: CheckIn, challenge: Challenge): CheckIn | null {
  if (checkIn.review?.state !== 'open' || !isDecided(challenge)) return null;
  const state = challenge.state === 'upheld' ? 'overturned' : 'stands';
  return { ...checkIn, review: { ...checkIn.review, state, decidedAt: challenge.decidedAt } };
}

/** The slot of a check-in that does not count; null when nothing changes. What follows is counted anew (behaviour 15). */
export function overturnedSlot(slot: Slot, challenge: Challenge, now: Date): Slot | null {
  const isCounted = slot.state === 'done' || slot.state === 'late' || slot.state === 'madeUp';
  if (challenge.state !== 'upheld' || !isCounted) return null;
  const makeUpAt = null; // a new one can be planned while its time lasts
  return { ...slot, state: 'missed', ruling: 'proof-overturned', makeUpAt, closedAt: now, version: slot.version + 1 };
}
