import * as z from 'zod';
import { Id } from './fields';
import { LIMITS } from './limits';

/** What became of one member in one session (behaviour 24). */
export const AttendanceOutcome = z.enum(['on-time', 'late', 'left-early', 'no-show', 'excused', 'unknown']);
export type AttendanceOutcome = z.infer<typeof AttendanceOutcome>;

/** A time in which something says that a member was there; `joined`: their tap on "Join session". */
export const Evidence = z.object({ source: z.enum(['app', 'video', 'joined']), from: z.date(), to: z.date() });
export type Evidence = z.infer<typeof Evidence>;

export const ContestReason = z.enum(['was-there', 'app-trouble', 'video-trouble', 'agreed-before', 'other']);
export type ContestReason = z.infer<typeof ContestReason>;

/** `asking`: podmates are asked until `until`. `result`: what it came to; `stands` leaves the outcome as it was. */
export const Contest = z.object({
  reasons: z.array(ContestReason).min(1).max(ContestReason.options.length),
  note: z.string().max(LIMITS.contestNote),
  state: z.enum(['asking', 'settled']),
  result: z.enum(['evidence', 'came', 'stands', 'unknown']).nullable(),
  contestedAt: z.date(),
  until: z.date(),
  settledAt: z.date().nullable(),
});
export type Contest = z.infer<typeof Contest>;

/**
 * `sessions/{sessionId}/attendance/{uid}`: what a session's end says of one member, and on what grounds; read by that
 * member alone. Podmates see one word of it, `attended` of the session.
 */
export const Attendance = z.object({
  id: Id,
  sessionId: Id,
  podId: Id,
  startsAt: z.date(),
  minutes: z.number().int(),
  endedAt: z.date(),
  outcome: AttendanceOutcome,
  /** What it counts: 1 in full, 0.5 half; null: it neither counts for nor against. */
  credit: z.number().min(0).max(1).nullable(),
  minutesPresent: z.number().int().min(0),
  arrivedAt: z.date().nullable(),
  evidence: z.array(Evidence).max(LIMITS.evidence),
  /** One plain sentence for the member. */
  reason: z.string().max(200),
  contest: Contest.nullable(),
  contestableUntil: z.date(),
  version: z.number().int().min(1),
  schemaVersion: z.number().int(),
  createdAt: z.date(),
});
export type Attendance = z.infer<typeof Attendance>;

/**
 * `sessions/{sessionId}/testimonies/{uid}`: about whom this member is asked whether they were there, and what they
 * said; read by that member alone, so that nobody learns who said what.
 */
export const Testimony = z.object({
  id: Id,
  about: z.record(Id, z.object({ until: z.date() })),
  answers: z.record(Id, z.object({ wasThere: z.boolean(), at: z.date() })),
  version: z.number().int().min(1),
  schemaVersion: z.number().int(),
});
export type Testimony = z.infer<typeof Testimony>;

/** One session in somebody's record. */
export const AttendedSession = z.object({
  sessionId: Id,
  startsAt: z.date(),
  outcome: AttendanceOutcome,
  credit: z.number().min(0).max(1).nullable(),
});
export type AttendedSession = z.infer<typeof AttendedSession>;

/** `attendanceRecords/{uid}`: the last twenty sessions of a member and the excuse of their sprint; theirs alone. */
export const AttendanceRecord = z.object({
  id: Id,
  /** Newest first. */
  sessions: z.array(AttendedSession).max(20),
  /** The one emergency of a sprint for which nobody asks anything. */
  excuse: z.object({ sprintId: Id, sessionId: Id, at: z.date() }).nullable(),
  version: z.number().int().min(1),
  schemaVersion: z.number().int(),
});
export type AttendanceRecord = z.infer<typeof AttendanceRecord>;
