import * as z from 'zod';
import { ProofKind } from './check-in';
import { Id, TimeZone, WallTime, Weekday } from './fields';
import { LIMITS } from './limits';
import { MemberCard } from './member';
import { Track } from './sprint';

export const MeetingTime = z.object({ weekday: Weekday, time: WallTime, minutes: z.number().int().min(15).max(120) });
export type MeetingTime = z.infer<typeof MeetingTime>;

export const PodStatus = z.enum(['active', 'degraded', 'solo', 'ended']);
export type PodStatus = z.infer<typeof PodStatus>;

/** A pod that looks for somebody: one from the queue (`refill`), or another pod that lost somebody, too (`merge`). */
export const PodSearch = z.object({ mode: z.enum(['refill', 'merge']), since: z.date(), until: z.date() });
export type PodSearch = z.infer<typeof PodSearch>;

/** `pods/{podId}`: read by its members; written by the server alone. */
export const Pod = z.object({
  id: Id,
  name: z.string().max(80),
  /** Nobody is left in one that has ended. */
  memberIds: z.array(Id).max(4),
  cards: z.array(MemberCard).max(4),
  track: Track,
  timeZone: TimeZone,
  meeting: MeetingTime,
  /** `degraded`: one is left, who chooses how to go on; `solo`: one goes on with the coach. */
  status: PodStatus,
  lane: z.enum(['newcomer', 'usual']),
  /** When a starter pod is asked whether it stays together; null: it was asked, or it never was one. */
  trialEndsAt: z.date().nullable(),
  search: PodSearch.nullable(),
  /** Members for whom no decision waits, as they have not been here for three days. */
  awayIds: z.array(Id).max(4),
  /** When to see again who is still here. */
  lookAgainAt: z.date(),
  /** The earliest moment at which time alone changes something; null when nothing is pending. */
  dueAt: z.date().nullable(),
  version: z.number().int().min(1),
  schemaVersion: z.number().int(),
  createdAt: z.date(),
});
export type Pod = z.infer<typeof Pod>;

/** `pods/{podId}/history/{eventId}`: who came and went, and why; the server's own, as some reasons are nobody's to know. */
export const PodHistoryEvent = z.object({
  id: Id,
  memberId: Id,
  kind: z.enum(['joined', 'left']),
  why: z.enum([
    'formed',
    'refilled',
    'merged',
    'came-back',
    'left',
    'moved-on',
    'separated',
    'went-along',
    'rematched',
    'trial-over',
    'inactive',
    'account-closed',
    'exited',
  ]),
  /** Whose decision it was; 'system' for time. */
  actorId: Id,
  at: z.date(),
  schemaVersion: z.number().int(),
});
export type PodHistoryEvent = z.infer<typeof PodHistoryEvent>;

/**
 * `pods/{podId}/messages/{messageId}`, the pod's thread, and `sessions/{sessionId}/messages/{messageId}`, the chat of a
 * session. Written by the server, which filters a text before others see it.
 */
export const PodMessage = z.object({
  id: Id,
  authorId: Id,
  /** Who was there to hear it, the author included, without anybody who is blocked either way. */
  readerIds: z.array(Id).min(1).max(4),
  text: z.string().min(1).max(LIMITS.messageText),
  sentAt: z.date(),
  schemaVersion: z.number().int(),
});
export type PodMessage = z.infer<typeof PodMessage>;

/** `pods/{podId}/feed/{eventId}`: what podmates may see of one another; written by the server. */
export const FeedEvent = z.object({
  id: Id,
  kind: z.enum(['pod-formed', 'check-in', 'session-done', 'session-scheduled', 'member-left', 'member-joined']),
  /** Whom it is of, with the name of that moment; null: the whole pod. */
  memberId: Id.nullable(),
  memberName: z.string().max(LIMITS.displayName).nullable(),
  text: z.string().max(400),
  /** When what it announces begins; each reader sees it in their own zone. */
  startsAt: z.date().nullable(),
  /** A file that proves a check-in, once it can be shown; absent: none. */
  proof: z.object({ slotId: Id, kind: ProofKind }).optional(),
  /** Who cheered a check-in; absent: nobody. */
  cheers: z.array(Id).max(LIMITS.podmatesEver).optional(),
  at: z.date(),
  schemaVersion: z.number().int(),
});
export type FeedEvent = z.infer<typeof FeedEvent>;
