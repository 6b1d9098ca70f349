import * as z from 'zod';
import { Id, Text, TimeZone } from './fields';
import { LIMITS } from './limits';

export const Visibility = z.enum(['podmates', 'nobody']);
export const Providers = z.enum(['google.com', 'microsoft.com', 'github.com']);

/** `members/{uid}`: everything the member says of themself; read by the member alone. */
export const Member = z.object({
  id: Id,
  displayName: Text(LIMITS.displayName),
  email: z.string().max(320),
  pronouns: z.string().trim().max(LIMITS.pronouns),
  timeZone: TimeZone,
  /** Per field: whether podmates see it. The name is always shown. */
  privacy: z.object({ pronouns: Visibility, timeZone: Visibility }),
  /** The member said that they are at least 18; deposits ask for it, nothing else does. */
  isAdult: z.boolean(),
  language: z.string().regex(/^[a-z]{2}$/),
  /** How practised they say they are, 1 = new … 5 = seasoned. */
  experience: z.number().int().min(1).max(5),
  podId: Id.nullable(),
  activeSprintId: Id.nullable(),
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
  streak: z.object({ current: z.number().int(), best: z.number().int() }),
});
export type MemberCard = z.infer<typeof MemberCard>;
