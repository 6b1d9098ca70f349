import * as z from 'zod';
import { Id } from './fields';
import { LIMITS } from './limits';

export const DecisionKind = z.enum([
  'degraded',
  'unfilled',
  'vacancy',
  'rematch',
  'still-in',
  'trial',
  'separation',
  'go-along',
]);
export type DecisionKind = z.infer<typeof DecisionKind>;

export const DecisionOption = z.enum([
  'refill',
  'merge',
  'solo',
  'exit',
  'fill',
  'keep',
  'rematch',
  'continue',
  'in',
  'out',
  'stay',
  'move-on',
  'stay-moved',
  'remove-request',
  'go-along',
]);
export type DecisionOption = z.infer<typeof DecisionOption>;

/**
 * How soon those who asked for a rematch were served: from the second no-show (`missedAt`) to the offer (the
 * decision's `createdAt`) to their next pod (`servedAt`). `alarmedAt`: when it had taken too long.
 */
export const RematchClock = z.object({
  missedAt: z.date(),
  memberIds: z.array(Id).max(4),
  servedAt: z.date().nullable(),
  alarmedAt: z.date().nullable(),
  /** When to see again whether they have one. */
  lookAt: z.date(),
});
export type RematchClock = z.infer<typeof RematchClock>;

/**
 * `pods/{podId}/decisions/{decisionId}`: a question to a pod or to one of it, and the answers; read by those who are
 * asked, written by the server. `serving`: a rematch that was wanted and is not there yet.
 */
export const PodDecision = z.object({
  id: Id,
  podId: Id,
  kind: DecisionKind,
  askedIds: z.array(Id).max(4),
  /** Whom it is about, with the name of that moment; null: the pod. */
  subjectId: Id.nullable(),
  subjectName: z.string().max(LIMITS.displayName).nullable(),
  options: z.array(DecisionOption).min(1).max(4),
  /** What holds without an answer; stated with the question. */
  byDefault: DecisionOption,
  answers: z.record(Id, DecisionOption),
  state: z.enum(['open', 'serving', 'decided', 'void']),
  outcome: DecisionOption.nullable(),
  expiresAt: z.date(),
  decidedAt: z.date().nullable(),
  rematch: RematchClock.nullable(),
  version: z.number().int().min(1),
  schemaVersion: z.number().int(),
  createdAt: z.date(),
});
export type PodDecision = z.infer<typeof PodDecision>;
