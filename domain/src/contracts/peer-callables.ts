import * as z from 'zod';
import { ChallengeReason, Id, ReviewAnswer } from '../documents';

const Done = z.object({});

/** What podmates say to one another's check-ins, and what reviewers of other pods say; each is said again without harm. */
export const PEER_CALLABLES = {
  /** Quiet: it is seen in the pod's feed, and nobody is sent anything. */
  cheer: {
    input: z.object({ podId: Id, eventId: Id, isCheered: z.boolean() }).strict(),
    output: z.object({ cheers: z.array(Id) }),
  },
  /** Once per podmate and day of theirs. `nothing-open`: no slot of theirs waits, or it would not reach them. */
  nudge: {
    input: z.object({ podId: Id, memberId: Id }).strict(),
    output: z.object({ state: z.enum(['sent', 'already', 'nothing-open']) }),
  },
  /** Whether somebody's nudges reach the caller; the other one is never told. */
  muteNudges: { input: z.object({ memberId: Id, isMuted: z.boolean() }).strict(), output: Done },
  /** A second look at a podmate's proof by people outside the pod; for a day, and nobody is told who asked. */
  challengeProof: {
    input: z
      .object({
        slotId: Id,
        reasons: z.array(ChallengeReason).min(1, 'needs at least one reason').max(ChallengeReason.options.length),
      })
      .strict(),
    output: Done,
  },
  /** Whether the caller looks at proofs of other pods. What they look at already stays theirs. */
  setReviewing: { input: z.object({ isWilling: z.boolean() }).strict(), output: z.object({ isWilling: z.boolean() }) },
  /** The first answer stands; `pass` hands it to somebody else. */
  answerReview: { input: z.object({ reviewId: Id, answer: ReviewAnswer }).strict(), output: Done },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
