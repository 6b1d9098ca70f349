import * as z from 'zod';
import { Id, TimeZone, WallTime, Weekday } from './fields';
import { LIMITS } from './limits';
import { MemberCard } from './member';
import { Track } from './sprint';

export const MeetingTime = z.object({ weekday: Weekday, time: WallTime, minutes: z.number().int().min(15).max(120) });
export type MeetingTime = z.infer<typeof MeetingTime>;

/** `pods/{podId}`: read by its members; written by the server alone. */
export const Pod = z.object({
  id: Id,
  name: z.string().max(80),
  memberIds: z.array(Id).min(1).max(4),
  cards: z.array(MemberCard).min(1).max(4),
  track: Track,
  timeZone: TimeZone,
  meeting: MeetingTime,
  status: z.enum(['active', 'degraded', 'ended']),
  version: z.number().int().min(1),
  schemaVersion: z.number().int(),
  createdAt: z.date(),
});
export type Pod = z.infer<typeof Pod>;

/** `pods/{podId}/messages/{messageId}`: the pod's thread; its members write it under rules. */
export const PodMessage = z.object({
  id: Id,
  authorId: Id,
  text: z.string().min(1).max(LIMITS.messageText),
  sentAt: z.date(),
});
export type PodMessage = z.infer<typeof PodMessage>;

/** `pods/{podId}/feed/{eventId}`: what podmates may see of one another; written by the server. */
export const FeedEvent = z.object({
  id: Id,
  kind: z.enum(['pod-formed', 'check-in', 'session-done', 'session-scheduled']),
  /** Whom it is of, with the name of that moment; null: the whole pod. */
  memberId: Id.nullable(),
  memberName: z.string().max(LIMITS.displayName).nullable(),
  text: z.string().max(400),
  /** When what it announces begins; each reader sees it in their own zone. */
  startsAt: z.date().nullable(),
  at: z.date(),
  schemaVersion: z.number().int(),
});
export type FeedEvent = z.infer<typeof FeedEvent>;
