import * as z from 'zod';
import { Id, Text, TimeZone } from './fields';
import { LIMITS } from './limits';

export const Visibility = z.enum(['podmates', 'nobody']);
/** The sizes of pod there are; three is the usual one. */
export const PodSize = z.union([z.literal(2), z.literal(3), z.literal(4)]);
export type PodSize = z.infer<typeof PodSize>;
export const Gender = z.enum(['woman', 'man', 'non-binary']);
export type Gender = z.infer<typeof Gender>;
/** Who all podmates must be: of one gender, or `same`, of the member's own. */
export const Comfort = z.enum(['same', ...Gender.options]);
export type Comfort = z.infer<typeof Comfort>;
/** How somebody likes to be kept to their goals. */
export const Style = z.enum(['cheerful', 'direct', 'structured', 'relaxed']);
export type Style = z.infer<typeof Style>;

/** What a member wants of a pod. Used to match and for nothing else; podmates never see it. */
export const MatchPreferences = z.object({
  styles: z.array(Style).max(Style.options.length),
  /** Pod sizes that suit them. */
  sizes: z.array(PodSize).min(1, 'needs at least one size').max(3),
  gender: Gender.nullable(),
  comfort: Comfort.nullable(),
});
export type MatchPreferences = z.infer<typeof MatchPreferences>;
export const NO_PREFERENCES: MatchPreferences = { styles: [], sizes: [2, 3, 4], gender: null, comfort: null };

export const Providers = z.enum(['google.com', 'microsoft.com', 'github.com']);

/** When somebody is on a pause. */
export const PauseSpan = z.object({ from: z.date(), until: z.date() });
export type PauseSpan = z.infer<typeof PauseSpan>;

/** `members/{uid}`: everything the member says of themself; read by the member alone. */
export const Member = z.object({
  id: Id,
  displayName: Text(LIMITS.displayName),
  email: z.string().max(320),
  pronouns: z.string().trim().max(LIMITS.pronouns),
  timeZone: TimeZone,
  /** Per field: whether podmates see it. The name is always shown. */
  privacy: z.object({ pronouns: Visibility, timeZone: Visibility }),
  /** The member said that they are at least 18: deposits ask for it, and adults are matched with adults. */
  isAdult: z.boolean(),
  language: z.string().regex(/^[a-z]{2}$/),
  /** How practised they say they are, 1 = new … 5 = seasoned. */
  experience: z.number().int().min(1).max(5),
  preferences: MatchPreferences,
  podId: Id.nullable(),
  activeSprintId: Id.nullable(),
  /** When they were here last, to a few hours; null: it was not noted yet, and counts as now. */
  seenAt: z.date().nullable(),
  /** The pod that they may come back to while it has room; null: none. */
  wayBack: z.object({ podId: Id, podName: z.string().max(80), until: z.date() }).nullable(),
  /** Of the sprint that runs, as instants. */
  pauses: z.array(PauseSpan).max(LIMITS.pauses).default([]),
  isDemo: z.boolean(),
  version: z.number().int().min(1),
  schemaVersion: z.number().int(),
  createdAt: z.date(),
});
export type Member = z.infer<typeof Member>;

/** `memberStatuses/{uid}`: rules read it on every request, so a suspension bites within a minute. */
export const MemberStatus = z.object({
  id: Id,
  status: z.enum(['active', 'suspended', 'deleted']),
  changedAt: z.date(),
});
export type MemberStatus = z.infer<typeof MemberStatus>;

/** What a podmate sees: copied into pods and proposals, with privacy already applied. */
export const MemberCard = z.object({
  id: Id,
  displayName: z.string().max(LIMITS.displayName),
  pronouns: z.string().max(LIMITS.pronouns).nullable(),
  timeZone: z.string().max(64).nullable(),
  experience: z.number().int().min(1).max(5),
  isDemo: z.boolean(),
  /** When nobody need wait for them; why is not told. */
  pauses: z.array(PauseSpan).max(LIMITS.pauses).default([]),
  streak: z.object({ current: z.number().int(), best: z.number().int() }),
});
export type MemberCard = z.infer<typeof MemberCard>;
