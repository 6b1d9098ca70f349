import * as z from 'zod';
import { Id, TimeZone } from './fields';
import { LIMITS } from './limits';
import { Track } from './sprint';

/** What the pod knows of somebody's attendance: one word, and no times (`attendance/{uid}` has those, for its member). */
export const Attended = z.enum(['came', 'missed', 'called-off', 'excused', 'unknown']);
export type Attended = z.infer<typeof Attended>;

export const SessionState = z.enum(['draft', 'scheduled', 'lobby', 'live', 'wrap', 'done', 'cancelled', 'no-quorum']);
export type SessionState = z.infer<typeof SessionState>;

/**
 * A timer that nobody writes while it ticks (behaviour 59): elapsed = now − startedAt − pausedMs,
 * or pausedAt − startedAt − pausedMs while paused. Milliseconds and server instants.
 */
export const SharedTimer = z.object({
  startedAt: z.date(),
  durationMs: z.number().int().min(0),
  pausedMs: z.number().int().min(0),
  pausedAt: z.date().nullable(),
});
export type SharedTimer = z.infer<typeof SharedTimer>;

/** `sessions/{sessionId}`: written on stage changes only; read by the pod's members. */
export const Session = z.object({
  id: Id,
  podId: Id,
  memberIds: z.array(Id).min(1).max(4),
  /** Names as the pod knows them, so that the room needs no further read. */
  names: z.record(Id, z.string().max(LIMITS.displayName)),
  track: Track,
  startsAt: z.date(),
  minutes: z.number().int().min(15).max(120),
  timeZone: TimeZone,
  state: SessionState,
  hostId: Id,
  currentItemId: Id.nullable(),
  timer: SharedTimer.nullable(),
  /** Who agreed to a proposed (draft) time. */
  agreedBy: z.array(Id).max(4),
  /** Who was in the lobby or the room at some time. */
  joinedIds: z.array(Id).max(4),
  /** Whose absence says nothing of them, as their pod had lost somebody and could not meet. */
  excusedIds: z.array(Id).max(4),
  /** When each of them joined first. Sessions from before it was noted have none. */
  joinedAt: z.record(Id, z.date()).default({}),
  /** Who waited ten minutes for the others and may go, with full credit. */
  releasedIds: z.array(Id).max(4).default([]),
  /** Since its end; none of it for whom it left no trace. */
  attended: z.record(Id, Attended).default({}),
  /** Grows by one with each command; a command names the version it saw. */
  version: z.number().int().min(1),
  schemaVersion: z.number().int(),
  createdAt: z.date(),
});
export type Session = z.infer<typeof Session>;

/** `sessions/{sessionId}/agenda/{itemId}`: one document per item, so two people rarely write the same one. */
export const AgendaItem = z.object({
  id: Id,
  title: z.string().min(1).max(LIMITS.agendaTitle),
  /** Why it is there, from the template or the member who added it. */
  why: z.string().max(LIMITS.agendaTitle),
  minutes: z.number().int().min(1).max(60),
  /** Fractional key; items sort by (orderKey, id). */
  orderKey: z.string().min(1).max(100),
  isDone: z.boolean(),
  /** Tombstone: a removed item stays, so that a late edit of it does no harm. */
  isRemoved: z.boolean(),
  rev: z.number().int().min(1),
  editedBy: Id,
  editedAt: z.date(),
});
export type AgendaItem = z.infer<typeof AgendaItem>;

export const NoteKind = z.enum(['win', 'block', 'next']);
export type NoteKind = z.infer<typeof NoteKind>;

/** `sessions/{sessionId}/notes/{noteId}` (pod) and `…/privateNotes/{noteId}` (the author alone). */
export const SessionNote = z.object({
  id: Id,
  authorId: Id,
  kind: NoteKind,
  text: z.string().min(1).max(LIMITS.noteText),
  writtenAt: z.date(),
});
export type SessionNote = z.infer<typeof SessionNote>;

/** From one beat to another with at most 90 s between any two; `hasLeft`: its last beat said goodbye. */
export const Stay = z.object({ from: z.date(), to: z.date(), hasLeft: z.boolean() });
export type Stay = z.infer<typeof Stay>;

/**
 * `sessions/{sessionId}/presence/{uid}`: one heartbeat document per member, every 25 s. The stay that goes on reaches
 * from `since` to `beatAt`, and `earlier` keeps those before it, so that presence leaves a record at no further write.
 */
export const Presence = z.object({
  id: Id,
  beatAt: z.date(),
  isHere: z.boolean(),
  /** Null of a beat by a build that kept no stays. */
  since: z.date().nullable().default(null),
  earlier: z.array(Stay).max(LIMITS.earlierStays).default([]),
});
export type Presence = z.infer<typeof Presence>;

/**
 * `sessions/{sessionId}/videoEvents/{eventId}`: what the video service says of who came and went; the server's own.
 * The id is the service's id of the event, so that one delivered twice is stored once. They come in any order, and
 * some never come.
 */
export const VideoEvent = z.object({
  id: Id,
  memberId: Id,
  kind: z.enum(['joined', 'left']),
  /** When it happened, by the service's clock. */
  at: z.date(),
  receivedAt: z.date(),
  schemaVersion: z.number().int(),
});
export type VideoEvent = z.infer<typeof VideoEvent>;

/** `sessions/{sessionId}/coachDocs/{docId}`: the kept summary; written by the server, versions are never overwritten. */
export const CoachDoc = z.object({
  id: Id,
  sessionId: Id,
  version: z.number().int().min(1),
  lines: z.array(z.object({ text: z.string().max(LIMITS.noteText), noteIds: z.array(Id) })).max(100),
  presentIds: z.array(Id).max(4),
  schemaVersion: z.number().int(),
  createdAt: z.date(),
});
export type CoachDoc = z.infer<typeof CoachDoc>;
