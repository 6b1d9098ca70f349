import * as z from 'zod';
import { Id } from './fields';
import { LIMITS } from './limits';

const NoteIds = z.array(Id).max(10);
const Instant = z.date();

/** One sentence and the notes it stands on; `editedBy` where a member has worded it since. */
export const CoachLine = z.object({
  text: z.string().max(LIMITS.noteText),
  noteIds: z.array(Id),
  editedBy: Id.optional(),
});
export type CoachLine = z.infer<typeof CoachLine>;

/** When somebody was there, from heartbeat to heartbeat; empty for who was never seen (behaviour 63). */
export const CoachPresence = z.object({
  memberId: Id,
  stays: z.array(z.object({ from: Instant, to: Instant })).max(LIMITS.earlierStays + 1),
});
export type CoachPresence = z.infer<typeof CoachPresence>;

/** A line of the agenda as it was planned, and why it was on it. */
export const CoachAgendaLine = z.object({
  title: z.string().max(LIMITS.agendaTitle),
  minutes: z.number().int().min(1),
  why: z.string().max(LIMITS.agendaTitle),
});

export const CoachQuestion = z.object({
  question: z.string().max(LIMITS.coachText),
  choices: z.array(z.string().max(LIMITS.coachText)).min(2).max(4),
  /** Place of the right choice. */
  answer: z.number().int().min(0).max(3),
  noteIds: NoteIds,
});
export type CoachQuestion = z.infer<typeof CoachQuestion>;

/**
 * `sessions/{sessionId}/coachDocs/v{version}`: what the coach made of a session, one document per version; the newest
 * is what the session's summary is. Written by the server. A version that is ready changes no more, but for two things:
 * `erased` takes the content out of every version, and what is left is that there was one, and who erased it when; and
 * a block between two of the session gives each of them a document of their own, `v{version}-{uid}`, without the
 * other's words. Everybody of the session reads one document per version.
 */
export const CoachDoc = z.object({
  id: Id,
  sessionId: Id,
  version: z.number().int().min(1),
  /** Who reads it. Empty in documents from before this was kept: nobody does, until the summary is made anew. */
  readerIds: z.array(Id).max(4).default([]),
  /** `working`: nothing to show yet. Like the ten below it is missing in documents from before there was a coach. */
  status: z.enum(['working', 'ready', 'erased']).default('ready'),
  /** How far it is while `working`. */
  progress: z.enum(['waiting', 'reading', 'writing', 'done']).default('done'),
  madeBy: z.enum(['rules', 'model']).default('rules'),
  /** A model was asked, and the coach without a model spoke instead. */
  fellBack: z.boolean().default(false),
  /** The version that was brought back as this one. */
  restoredFrom: z.number().int().min(1).nullable().default(null),
  /** Whose change of a sentence made this version; null where the reader sees no change. */
  changedBy: Id.nullable().default(null),
  lines: z.array(CoachLine).max(LIMITS.coachLines),
  presentIds: z.array(Id).max(4),
  presence: z.array(CoachPresence).max(4).default([]),
  /** As the session had it when it ended. */
  agenda: z.array(CoachAgendaLine).max(LIMITS.agendaItems).default([]),
  /** Ids of `coachActions` from earlier sessions that stay open. */
  carried: z.array(Id).max(LIMITS.openActions).default([]),
  quiz: z.array(CoachQuestion).max(LIMITS.quizQuestions).default([]),
  erased: z.object({ by: Id, at: Instant }).nullable().default(null),
  schemaVersion: z.number().int(),
  createdAt: Instant,
});
export type CoachDoc = z.infer<typeof CoachDoc>;

/** `suggested`: for somebody who was away; like a draft it is nothing to them before they accept it. */
export const CoachActionStatus = z.enum(['draft', 'suggested', 'accepted', 'dismissed', 'done']);
export type CoachActionStatus = z.infer<typeof CoachActionStatus>;
export const ActionAnswer = z.enum(['accept', 'dismiss', 'done', 'reopen']);
export type ActionAnswer = z.infer<typeof ActionAnswer>;

/** `coachActions/{actionId}`: one next step of one member, two per session at most; read by those of its session. */
export const CoachAction = z.object({
  id: Id,
  sessionId: Id,
  podId: Id,
  /** Whose it is, and who alone answers it. */
  memberId: Id,
  /** Who may read it. */
  memberIds: z.array(Id).min(1).max(4),
  text: z.string().min(1).max(LIMITS.coachText),
  noteIds: NoteIds,
  checklist: z.array(z.object({ text: z.string().max(LIMITS.coachText), isDone: z.boolean() })).max(4),
  status: CoachActionStatus,
  answeredAt: Instant.nullable(),
  version: z.number().int().min(1),
  schemaVersion: z.number().int(),
  createdAt: Instant,
});
export type CoachAction = z.infer<typeof CoachAction>;

/** `sessions/{sessionId}/quizResults/{uid}`: how the quiz went; read by that member alone, and nothing follows from it. */
export const QuizResult = z.object({
  id: Id,
  sessionId: Id,
  /** Whose questions they were. */
  docVersion: z.number().int().min(1),
  /** Places of the choices, in the order of the questions; null: skipped. */
  answers: z.array(z.number().int().min(0).max(3)).max(LIMITS.quizQuestions).nullable(),
  /** How many were right; null: skipped. */
  score: z.number().int().min(0).max(LIMITS.quizQuestions).nullable(),
  of: z.number().int().min(1).max(LIMITS.quizQuestions),
  answeredAt: Instant,
  schemaVersion: z.number().int(),
});
export type QuizResult = z.infer<typeof QuizResult>;

/** `sessions/{sessionId}/aiConsents/{uid}`: whether the coach may read what they wrote there; without one it may. */
export const AiConsent = z.object({
  id: Id,
  isAllowed: z.boolean(),
  changedAt: Instant,
  version: z.number().int().min(1),
  schemaVersion: z.number().int(),
});
export type AiConsent = z.infer<typeof AiConsent>;

/** `coachBudgets/{podId}`: what a pod's coach has taken of a model this month; the server's own. */
export const CoachBudget = z.object({
  id: Id,
  /** UTC. */
  month: z.string().regex(/^\d{4}-\d{2}$/, 'is not a month (YYYY-MM)'),
  tokens: z.number().int().min(0),
  schemaVersion: z.number().int(),
});
export type CoachBudget = z.infer<typeof CoachBudget>;

/** `coachRuns/{sessionId}`: the coach's work on a session, from its end until the version is ready; the server's own. */
export const CoachRun = z.object({
  id: Id,
  podId: Id,
  /** The version that it makes. */
  version: z.number().int().min(1),
  state: z.enum(['waiting', 'claimed', 'done']),
  /** From when on anybody may take it up; null once it is done. */
  dueAt: Instant.nullable(),
  attempts: z.number().int().min(0),
  /** Set aside of the pod's budget for asking a model; once, however often the run is taken up. */
  reservedTokens: z.number().int().min(0),
  reservedAt: Instant.nullable(),
  schemaVersion: z.number().int(),
  createdAt: Instant,
});
export type CoachRun = z.infer<typeof CoachRun>;
