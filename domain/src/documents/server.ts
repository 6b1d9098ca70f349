import * as z from 'zod';
import { Id } from './fields';

/** `auditEvents/{id}`: append-only; who did what, from → to, by which cause. No member content. */
export const AuditEvent = z.object({
  id: Id,
  actorId: Id, // a member's id, or 'system'
  entity: z.string().max(200), // document path
  from: z.string().max(60).nullable(),
  to: z.string().max(60),
  version: z.number().int(),
  /** The command, task or trigger that caused it. */
  cause: z.string().max(200),
  at: z.date(),
});
export type AuditEvent = z.infer<typeof AuditEvent>;

/**
 * `outbox/{id}`: a side effect that leaves after the commit. The id is its idempotency key: deterministic
 * per cause, so the same cause twice writes the same document.
 */
export const OutboxEntry = z.object({
  id: Id,
  effect: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('task'),
      task: z.enum([
        'close-slot',
        'expire-proposal',
        'advance-session',
        'run-matching',
        'match-shard',
        'decide-pod',
        'remind-session',
        'ease-waiting',
        'settle-attendance',
        'part-words',
        'clean-proof',
        'coach-session',
        'assign-reviewers',
        'expire-challenge',
      ]),
      subjectId: Id,
      runAt: z.date(),
    }),
    z.object({
      kind: z.literal('notify'),
      memberId: Id,
      event: z.enum([
        'pod-proposed',
        'pod-formed',
        'pod-changed',
        'pod-question',
        'rematch-late',
        'session-soon',
        'session-in-an-hour',
        'time-proposed',
        'session-moved',
        'session-off',
        'time-shifts',
        'podmates-wait',
        'free-to-go',
        'attendance-question',
        'attendance-settled',
        'streak-corrected',
        'proof-refused',
        'summary-ready',
        'pause-offered',
        'help-offered',
        'nudged',
        'review-asked',
        'proof-overturned',
        'challenge-decided',
      ]),
      subjectId: Id,
    }),
  ]),
  state: z.enum(['waiting', 'sent']),
  leasedUntil: z.date().nullable(),
  attempts: z.number().int().min(0),
  /** Null: not yet, or by a build that did not note it. */
  sentAt: z.date().nullable().default(null),
  createdAt: z.date(),
});
export type OutboxEntry = z.infer<typeof OutboxEntry>;
export type OutboxEffect = OutboxEntry['effect'];
