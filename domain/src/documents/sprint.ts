import * as z from 'zod';
import { Id, LocalDay, Text, TimeZone, WallTime, Weekday } from './fields';
import { LIMITS } from './limits';

export const Track = z.enum(['gym', 'dotnet-prompting']);
export type Track = z.infer<typeof Track>;

export const Cadence = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('daily') }),
  z.object({ kind: z.literal('times-per-week'), times: z.number().int().min(1).max(7) }),
  z.object({ kind: z.literal('weekdays'), days: z.array(Weekday).min(1).max(7) }),
]);
export type Cadence = z.infer<typeof Cadence>;

/** What within a track somebody works on; `FOCUSES` says which belong to which. */
export const Focus = z.enum(['strength', 'endurance', 'mobility', 'writing', 'testing', 'refactoring']);
export type Focus = z.infer<typeof Focus>;
export const FOCUSES = {
  gym: ['strength', 'endurance', 'mobility'],
  'dotnet-prompting': ['writing', 'testing', 'refactoring'],
} as const satisfies Record<Track, readonly Focus[]>;

/** What the member wants to do, and how often. `focus`: null when they keep it open. */
export const Goal = z.object({
  title: Text(LIMITS.agendaTitle),
  cadence: Cadence,
  focus: Focus.nullable().default(null),
});
export type Goal = z.infer<typeof Goal>;

/** One line of the If-Then plan: on this weekday at this wall time, "if … then …". */
export const PlanSlot = z.object({
  weekday: Weekday,
  time: WallTime,
  minutes: z.number().int().min(10).max(240),
  ifPart: Text(LIMITS.ifThenPart),
  thenPart: Text(LIMITS.ifThenPart),
});
export type PlanSlot = z.infer<typeof PlanSlot>;

/** Weekly wall-clock window in the member's zone in which they could meet. `end` may be 24:00. */
export const AvailabilityWindow = z.object({
  weekday: Weekday,
  start: WallTime,
  end: z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'is not a time (HH:MM)'),
});
export type AvailabilityWindow = z.infer<typeof AvailabilityWindow>;

/** The template as it was when the sprint began: a later version never changes a running sprint. */
export const TemplateCopy = z.object({
  id: Track,
  version: z.number().int().min(1),
  title: z.string().max(80),
  weeks: z.number().int().min(1).max(26),
  minutes: z.number().int().min(10).max(240),
});
export type TemplateCopy = z.infer<typeof TemplateCopy>;

/** Days off that the member asked for and was granted (behaviour 13); from the first to the last, inclusive. */
export const Pause = z.object({
  requestedAt: z.date(),
  from: LocalDay,
  to: LocalDay,
  kind: z.enum(['planned', 'illness']),
});
export type Pause = z.infer<typeof Pause>;

/** `sprints/{sprintId}`: one member's sprint; read by that member. */
export const Sprint = z.object({
  id: Id,
  memberId: Id,
  track: Track,
  template: TemplateCopy,
  goal: Goal,
  /** Default slots, ordered by weekday then time. */
  slots: z.array(PlanSlot).min(1).max(7),
  backup: PlanSlot,
  availability: z.array(AvailabilityWindow).min(1).max(28),
  timeZone: TimeZone,
  /** When the member's day begins, so that 00:30 can still be "yesterday". */
  dayStart: WallTime,
  startsOn: LocalDay,
  endsOn: LocalDay,
  pauses: z.array(Pause).max(LIMITS.pauses).default([]),
  status: z.enum(['planned', 'active', 'completed', 'ended']),
  podId: Id.nullable(),
  version: z.number().int().min(1),
  schemaVersion: z.number().int(),
  createdAt: z.date(),
});
export type Sprint = z.infer<typeof Sprint>;

export const SlotState = z.enum(['open', 'done', 'late', 'missed', 'frozen', 'excused', 'rest', 'madeUp']);
export type SlotState = z.infer<typeof SlotState>;

/** The rule that decided a slot; `RULING_WORDS` in `streaks` says each in words. */
export const SlotRuling = z.enum([
  // done
  'in-time',
  'offline-claimed',
  'imported',
  // late
  'in-grace',
  'offline-unproven',
  'offline-over-budget',
  // neutral
  'rest',
  'planned-pause',
  'illness-pause',
  'pod-changed',
  // madeUp
  'made-up',
  'made-up-on-backup',
  // missed
  'not-kept',
  'came-too-early',
  'came-too-late',
  'make-up-too-late',
  'pause-without-notice',
  'second-illness',
  'no-show',
  'proof-overturned',
]);
export type SlotRuling = z.infer<typeof SlotRuling>;

/**
 * `slots/{sprintId}_{seq}`: one scheduled slot; read by its member. Instants are UTC and frozen when
 * the server creates the slot (behaviour 1), so nothing later divides milliseconds by 24 hours.
 */
export const Slot = z.object({
  id: Id,
  sprintId: Id,
  memberId: Id,
  /** Order in the sprint, from 0; the streak walks this, not dates. */
  seq: z.number().int().min(0),
  /** The member's local day this slot belongs to. */
  label: LocalDay,
  timeZone: TimeZone,
  /** When the plan says to do it. */
  startsAt: z.date(),
  openAt: z.date(),
  dueAt: z.date(),
  /** 12 elapsed hours after `dueAt`. */
  graceEndsAt: z.date(),
  state: SlotState,
  /** Null while it is open, and of slots decided before rules were noted. */
  ruling: SlotRuling.nullable().default(null),
  /** When its member means to make it up; null: not planned. */
  makeUpAt: z.date().nullable().default(null),
  closedAt: z.date().nullable(),
  version: z.number().int().min(1),
  schemaVersion: z.number().int(),
});
export type Slot = z.infer<typeof Slot>;
