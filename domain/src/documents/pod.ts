import * as z from 'zod';
import { Id, TimeZone, WallTime, Weekday } from './fields';
import { LIMITS } from './limits';
import { MemberCard } from './member';
import { Track } from './sprint';

/** Each factor of a match from 0 to 1, and its share of the score; the same numbers decide and explain. */
export const MatchWhy = z.object({
  sharedHours: z.number().min(0).max(1),
  zone: z.number().min(0).max(1),
  experience: z.number().min(0).max(1),
  goal: z.number().min(0).max(1),
});
export type MatchWhy = z.infer<typeof MatchWhy>;

/** `matchRequests/{uid}`: at most one per member; read by that member. */
export const MatchRequest = z.object({
  id: Id,
  memberId: Id,
  sprintId: Id,
  track: Track,
  language: z.string(),
  experience: z.number().int(),
  timeZone: TimeZone,
  /** Hours of the UTC week (0 = Monday 00:00 UTC … 167) in which the member could meet. */
  hours: z.array(z.number().int().min(0).max(167)).max(168),
  status: z.enum(['waiting', 'proposed', 'matched', 'cancelled']),
  proposalId: Id.nullable(),
  /** Members this one asked not to be proposed with again soon (rematch). */
  avoid: z.array(Id).max(50),
  waitingSince: z.date(),
  version: z.number().int().min(1),
  schemaVersion: z.number().int(),
});
export type MatchRequest = z.infer<typeof MatchRequest>;

export const MeetingTime = z.object({ weekday: Weekday, time: WallTime, minutes: z.number().int().min(15).max(120) });
export type MeetingTime = z.infer<typeof MeetingTime>;

/** `proposals/{proposalId}`: a pod that could be; read by those in it. */
export const Proposal = z.object({
  id: Id,
  memberIds: z.array(Id).min(2).max(4),
  cards: z.array(MemberCard).min(2).max(4),
  sprintIds: z.record(Id, Id),
  track: Track,
  why: MatchWhy,
  score: z.number(),
  sharedHours: z.array(z.number().int().min(0).max(167)),
  meeting: MeetingTime,
  timeZone: TimeZone,
  answers: z.record(Id, z.enum(['waiting', 'accepted', 'declined'])),
  state: z.enum(['open', 'formed', 'declined', 'expired']),
  podId: Id.nullable(),
  expiresAt: z.date(),
  version: z.number().int().min(1),
  schemaVersion: z.number().int(),
  createdAt: z.date(),
});
export type Proposal = z.infer<typeof Proposal>;

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
