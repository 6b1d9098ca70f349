import * as z from 'zod';
import { Id, TimeZone } from './fields';
import { LIMITS } from './limits';
import { Track } from './sprint';

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

/** No longer than the service takes, and hard to guess: whoever knows it and needs no token could knock. */
export const VideoRoomName = z.string().regex(/^[a-z0-9-]{8,128}$/, 'is not the name of a video room');
/**
 * Where the members of a session see each other: a room of the video service, or a meeting elsewhere that one of them
 * opened. Null: the session is from before there was video.
 */
export const SessionVideo = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('room'), name: VideoRoomName }),
  z.object({ kind: z.literal('link'), url: z.string().max(LIMITS.link) }),
]);
export type SessionVideo = z.infer<typeof SessionVideo>;

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
  video: SessionVideo.nullable(),
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

/** `sessions/{sessionId}/presence/{uid}`: one heartbeat document per member, every 25 s. */
export const Presence = z.object({ id: Id, beatAt: z.date(), isHere: z.boolean() });
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
