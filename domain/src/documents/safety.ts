import * as z from 'zod';
import { Id } from './fields';
import { LIMITS } from './limits';
import { SessionState } from './session';

/** S1: sexual, a threat, or a minor; a person looks within an hour. S2: everything else, within a day (behaviour 37). */
export const Severity = z.enum(['S1', 'S2']);
export type Severity = z.infer<typeof Severity>;

/** Something that was written, kept as it was: its author may delete the original. */
export const KeptText = z.object({
  kind: z.enum(['note', 'message']),
  id: Id,
  authorId: Id,
  text: z.string().max(LIMITS.messageText),
  at: z.date(),
});
export type KeptText = z.infer<typeof KeptText>;

/**
 * `safetyReports/{id}`: what was there when a member left a session safely, or wrote that they may be in danger from
 * themselves (`reporterId` is `system` then); the server's own, and read by moderators alone. It says nothing about
 * guilt: nobody is punished by it (behaviour 37, 62).
 */
export const SafetyReport = z.object({
  id: Id,
  kind: z.enum(['left-safely', 'needs-a-person']),
  sessionId: Id,
  podId: Id,
  reporterId: Id,
  /** Empty while the member has not said whom it was about. */
  reportedIds: z.array(Id).max(3),
  /** Who needs somebody to get in touch; null of the other kind, which is from before there was this one. */
  subjectId: Id.nullable().default(null),
  state: z.enum(['open', 'closed']),
  severity: Severity,
  /** When the member tapped, by their device; never later than `createdAt`. Of the other kind, `createdAt`. */
  leftAt: z.date(),
  sessionState: SessionState,
  /** Heartbeats as they stood, by the database's own clock. */
  presence: z.array(z.object({ memberId: Id, beatAt: z.date(), isHere: z.boolean() })).max(8),
  /** Whom the video service had in the room. */
  inVideoIds: z.array(Id).max(8),
  kept: z.array(KeptText).max(60),
  createdAt: z.date(),
  version: z.number().int().min(1),
  schemaVersion: z.number().int(),
});
export type SafetyReport = z.infer<typeof SafetyReport>;
