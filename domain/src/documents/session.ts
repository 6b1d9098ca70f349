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

/** Another time for a session that is scheduled, while the pod votes on it; with the session's own time as the default. */
export const SessionMove = z.object({
  startsAt: z.date(),
  proposedBy: Id,
  agreedBy: z.array(Id).max(4),
  declinedBy: z.array(Id).max(4),
  /** No later than the new time, and than the moment at which the lobby opens at the old one. */
  expiresAt: z.date(),
});
export type SessionMove = z.infer<typeof SessionMove>;

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
  /** Who declined a proposed (draft) time. Like the five below it is missing in older documents. */
  declinedBy: z.array(Id).max(4).default([]),
  /** Who proposed a time; null: the server scheduled it. */
  proposedBy: Id.nullable().default(null),
  /** When the vote on a draft ends; null: at its start. */
  voteEndsAt: z.date().nullable().default(null),
  move: SessionMove.nullable().default(null),
  /** When its time came to stand; null: when it was made. */
  timeSetAt: z.date().nullable().default(null),
  /** Who said that they cannot come to it at this time, and when. */
  withdrawals: z.record(Id, z.date()).default({}),
  /** Who was in the lobby or the room at some time. */
  joinedIds: z.array(Id).max(4),
  /** Whose absence says nothing of them, as their pod had lost somebody and could not meet. */
  excusedIds: z.array(Id).max(4),
  /** Who is on a pause at its time. */
  pausedIds: z.array(Id).max(4).default([]),
  video: SessionVideo.nullable(),
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
  /** Who worded the title, and the words that they saw and replaced. */
  worded: z
    .object({ by: Id, was: z.string().max(LIMITS.agendaTitle) })
    .nullable()
    .default(null),
  /** By member the id of their last edit here: how somebody whose answer was lost knows that it arrived. */
  edits: z.record(Id, Id).default({}),
  /** Titles written at the same time as the stored one, by the id of their edit; they stay until somebody chooses. */
  alternatives: z.record(Id, z.object({ by: Id, text: z.string().max(LIMITS.agendaTitle) })).default({}),
});
export type AgendaItem = z.infer<typeof AgendaItem>;

export const NoteKind = z.enum(['win', 'block', 'next']);
export type NoteKind = z.infer<typeof NoteKind>;

/**
 * `sessions/{sessionId}/notes/{noteId}` (pod) and `…/privateNotes/{noteId}` (the author alone). Its author names its
 * readers, of the session's members; a block takes the other out of them, by the server.
 */
export const SessionNote = z.object({
  id: Id,
  authorId: Id,
  /** Of a private note the author alone. Empty in notes from before this was kept. */
  readerIds: z.array(Id).max(4).default([]),
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
  /** The agenda item whose title the member is writing. */
  editing: Id.nullable().default(null),
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
