import * as z from 'zod';
import { CheckInStatus, ProofKind } from './check-in';
import { Id, LocalDay } from './fields';
import { LIMITS } from './limits';
import { Track } from './sprint';

/** Why a podmate asks for a second look; a list, as words would tell who asks. */
export const ChallengeReason = z.enum(['another-day', 'another-goal', 'seen-before', 'unclear']);
export type ChallengeReason = z.infer<typeof ChallengeReason>;

/** A podmate asked, chance drew it, or the same file came with another check-in. */
export const ChallengeCause = z.enum(['podmate', 'audit', 'reuse']);
export type ChallengeCause = z.infer<typeof ChallengeCause>;

/** `open`: nobody looks yet. `upheld`: the check-in does not count; the last two: it does. */
export const ChallengeState = z.enum(['open', 'in-review', 'upheld', 'dismissed', 'expired']);
export type ChallengeState = z.infer<typeof ChallengeState>;

export const ReviewAnswer = z.enum(['shows-it', 'does-not', 'pass']);
export type ReviewAnswer = z.infer<typeof ReviewAnswer>;

/** One who was asked to look; null: they have not answered. */
export const ReviewSeat = z.object({
  reviewId: Id,
  reviewerId: Id,
  /** Their pod when they were asked: no two of one pod look at the same proof. */
  podId: Id.nullable(),
  answer: ReviewAnswer.nullable(),
});
export type ReviewSeat = z.infer<typeof ReviewSeat>;

/**
 * `challenges/{challengeId}`: a second look at a check-in's proof; the server's own, as it names who asked and who
 * looks. The id does not tell the slot. One per slot.
 */
export const Challenge = z.object({
  id: Id,
  slotId: Id,
  memberId: Id,
  podId: Id,
  cause: ChallengeCause,
  challengerId: Id.nullable(),
  reasons: z.array(ChallengeReason).max(ChallengeReason.options.length),
  /** Who was in the pod when the proof came: they never look at it as reviewers. */
  podmateIds: z.array(Id).max(4),
  /** What was looked at, to the byte. */
  proof: z.object({ path: z.string().max(300), kind: ProofKind }),
  track: Track,
  status: CheckInStatus,
  seats: z.array(ReviewSeat).max(LIMITS.reviewersAsked),
  /** Those of the seats, to be found by. */
  reviewerIds: z.array(Id).max(LIMITS.reviewersAsked),
  state: ChallengeState,
  until: z.date(),
  decidedAt: z.date().nullable(),
  version: z.number().int().min(1),
  schemaVersion: z.number().int(),
  createdAt: z.date(),
});
export type Challenge = z.infer<typeof Challenge>;

/** `challengeRecords/{uid}`: the second looks that somebody asked for, newest last; read by them alone. */
export const ChallengeRecord = z.object({
  id: Id,
  asked: z
    .array(z.object({ slotId: Id, at: z.date(), state: z.enum(['open', 'upheld', 'dismissed', 'expired']) }))
    .max(LIMITS.challengesKept),
  version: z.number().int().min(1),
  schemaVersion: z.number().int(),
});
export type ChallengeRecord = z.infer<typeof ChallengeRecord>;

/** `reviews/{reviewId}`: a proof that one reviewer is asked to look at; read by them alone, and it names nobody. */
export const Review = z.object({
  id: Id,
  reviewerId: Id,
  kind: ProofKind,
  track: Track,
  status: CheckInStatus,
  cause: ChallengeCause,
  reasons: z.array(ChallengeReason).max(ChallengeReason.options.length),
  state: z.enum(['waiting', 'answered', 'over']),
  answer: ReviewAnswer.nullable(),
  askedAt: z.date(),
  until: z.date(),
  version: z.number().int().min(1),
  schemaVersion: z.number().int(),
});
export type Review = z.infer<typeof Review>;

/** `reviewers/{uid}`: whether somebody looks at proofs of other pods, and how much they have to do; read by them alone. */
export const Reviewer = z.object({
  id: Id,
  isWilling: z.boolean(),
  /** Where they stand in the draw, 0 to 1; drawn anew each time they are asked. */
  draw: z.number().min(0).max(1),
  openIds: z.array(Id).max(LIMITS.openReviews),
  /** When they were asked last. */
  askedAt: z.array(z.date()).max(LIMITS.reviewsPerDay),
  version: z.number().int().min(1),
  schemaVersion: z.number().int(),
});
export type Reviewer = z.infer<typeof Reviewer>;

/** `nudges/{from:to}`: the last time that one podmate nudged another, on whose day it was; the server's own. */
export const Nudge = z.object({ id: Id, fromId: Id, toId: Id, day: LocalDay, at: z.date(), schemaVersion: z.number() });
export type Nudge = z.infer<typeof Nudge>;

/** `proofHashes/{sha256}`: which check-in a file came with first; the server's own. */
export const ProofHash = z.object({ id: Id, memberId: Id, slotId: Id, at: z.date(), schemaVersion: z.number() });
export type ProofHash = z.infer<typeof ProofHash>;
