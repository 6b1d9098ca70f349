import * as z from 'zod';
import { Id, TimeZone } from './fields';
import { LIMITS } from './limits';
import { Comfort, Gender, MemberCard, PodSize, Style } from './member';
import { MeetingTime } from './pod';
import { Focus, Track } from './sprint';

/** An hour of the UTC week: 0 = Monday 00:00 … 167. */
export const WeekHour = z.number().int().min(0).max(167);
const Share = z.number().min(0).max(1);

/** Each factor of a match from 0 to 1. `docs/matching.md` has the formula; the same numbers decide and explain. */
export const MatchWhy = z.object({
  sharedHours: Share,
  goal: Share,
  experience: Share,
  style: Share,
  zone: Share,
  size: Share,
  company: Share,
  waiting: Share,
});
export type MatchWhy = z.infer<typeof MatchWhy>;

/** One thing a waiting member could allow, and how many more of those who wait they could then meet. */
export const Relaxation = z.discriminatedUnion('kind', [
  /** To be free from the beginning of hour `from` up to the beginning of hour `until` (1–168) of the UTC week. */
  z.object({
    kind: z.literal('add-hours'),
    from: WeekHour,
    until: z.number().int().min(1).max(168),
    people: z.number().int().min(1),
  }),
  z.object({ kind: z.literal('allow-size'), size: PodSize, people: z.number().int().min(1) }),
]);
export type Relaxation = z.infer<typeof Relaxation>;

/** What somebody who has waited for a day is told; every number is counted, none is guessed. */
export const Waitlist = z.object({
  since: z.date(),
  /** 1 = first in turn, among the `of` who wait for the same track in the same language. */
  rank: z.number().int().min(1),
  of: z.number().int().min(1),
  /** How long those who were matched lately had waited: from the quicker quarter to the slower; null when too few were. */
  band: z.object({ fromHours: z.number().min(0), toHours: z.number().min(0), matched: z.number().int() }).nullable(),
  relax: z.array(Relaxation).max(5),
  asOf: z.date(),
});
export type Waitlist = z.infer<typeof Waitlist>;

/** Somebody not to be put together with again until then. */
export const RecentCompany = z.object({ memberId: Id, until: z.date() });
export type RecentCompany = z.infer<typeof RecentCompany>;

/** Holds a request for one proposal until `expiresAt`. `fence` grows with each lock, so an older holder can tell. */
export const MatchLock = z.object({ proposalId: Id, fence: z.number().int().min(1), expiresAt: z.date() });
export type MatchLock = z.infer<typeof MatchLock>;

/** `matchRequests/{uid}`: at most one per member; read by that member. */
export const MatchRequest = z.object({
  id: Id,
  memberId: Id,
  sprintId: Id,
  track: Track,
  focus: Focus.nullable(),
  language: z.string(),
  isAdult: z.boolean(),
  experience: z.number().int(),
  styles: z.array(Style).max(Style.options.length),
  sizes: z.array(PodSize).min(1).max(3),
  gender: Gender.nullable(),
  comfort: Comfort.nullable(),
  timeZone: TimeZone,
  /** Hours of the UTC week in which the member could meet. */
  hours: z.array(WeekHour).max(168),
  /** Where a trusted member waits, a newcomer's first pod is a starter pod of three days with them. */
  lane: z.enum(['newcomer', 'usual']),
  isTrusted: z.boolean(),
  status: z.enum(['waiting', 'snoozed', 'proposed', 'matched', 'cancelled']),
  lock: MatchLock.nullable(),
  /** The number of the newest lock that was ever given out. */
  fence: z.number().int().min(0),
  snoozedUntil: z.date().nullable(),
  waitlist: Waitlist.nullable(),
  /** When this member asked for a rematch lately; a day holds three. */
  rematchedAt: z.array(z.date()).max(3),
  /** Copies of the member's own relations, so that a run reads one document per person; the commit reads the original. */
  blocks: z.array(Id).max(600),
  recent: z.array(RecentCompany).max(60),
  favourites: z.array(Id).max(100),
  /** What decides who is first in turn: when they began to wait, less their head start. */
  waitingSince: z.date(),
  /** By how much whoever comes out of a pod is ahead of those who just came; nobody waited for it. */
  headStartMs: z.number().int().min(0).default(0),
  /** When a pod was formed with it; how long others like them waited is told from it. */
  matchedAt: z.date().nullable(),
  /** Where this member stands among the parts of a run: fixed, spread evenly, no order of merit. */
  shard: z.number().int().min(0).max(1023),
  version: z.number().int().min(1),
  schemaVersion: z.number().int(),
});
export type MatchRequest = z.infer<typeof MatchRequest>;

/**
 * `relations/{uid}`: what a member has said about others; read by that member alone, so that nobody learns who
 * blocked whom. `reported`: those this member has an open report of. `recent`: podmates not to be met again until then.
 */
export const Relations = z.object({
  id: Id,
  blocks: z.array(Id).max(500),
  reported: z.array(Id).max(100),
  favourites: z.array(Id).max(100),
  recent: z.array(RecentCompany).max(60),
  /** Podmates whose nudges do not reach this member; absent: none. */
  mutedNudges: z.array(Id).max(LIMITS.mutedNudges).optional(),
  version: z.number().int().min(1),
  schemaVersion: z.number().int(),
});
export type Relations = z.infer<typeof Relations>;

/** `proposals/{proposalId}`: a pod that could be; read by those in it. */
export const Proposal = z.object({
  id: Id,
  /** `refill` adds to the pod `podId`; the others make a new one. */
  kind: z.enum(['new-pod', 'newcomer', 'refill', 'merge']),
  memberIds: z.array(Id).min(2).max(4),
  cards: z.array(MemberCard).min(2).max(4),
  sprintIds: z.record(Id, Id),
  track: Track,
  why: MatchWhy,
  score: z.number(),
  sharedHours: z.array(WeekHour),
  meeting: MeetingTime,
  timeZone: TimeZone,
  answers: z.record(Id, z.enum(['waiting', 'accepted', 'declined'])),
  /** Per member the fence of the lock that holds their request; whoever is in the pod already has none. */
  fences: z.record(Id, z.number().int().min(1)),
  state: z.enum(['open', 'formed', 'declined', 'expired']),
  podId: Id.nullable(),
  expiresAt: z.date(),
  version: z.number().int().min(1),
  schemaVersion: z.number().int(),
  createdAt: z.date(),
});
export type Proposal = z.infer<typeof Proposal>;

/** `matchRuns/{runId}`: one round of matching; the server's own, forgotten after a week. */
export const MatchRun = z.object({
  id: Id,
  /** Decides ties; the same for all shards of the run. */
  seed: z.number().int(),
  startedAt: z.date(),
  people: z.number().int().min(0),
  shards: z.number().int().min(0),
  forgetAt: z.date(),
  schemaVersion: z.number().int(),
});
export type MatchRun = z.infer<typeof MatchRun>;

/** How often in a row a member was left out although there were others to be with. */
export const LeftOut = z.object({ memberId: Id, times: z.number().int().min(1) });
export type LeftOut = z.infer<typeof LeftOut>;

/** `matchShards/{runId}:{bucket}:{part}`: what one task of a run matches, and whether it is done. */
export const MatchShard = z.object({
  id: Id,
  runId: Id,
  seed: z.number().int(),
  startedAt: z.date(),
  track: Track,
  language: z.string(),
  isAdult: z.boolean(),
  part: z.number().int().min(0),
  parts: z.number().int().min(1),
  from: z.number().int().min(0).max(1024),
  until: z.number().int().min(0).max(1024),
  state: z.enum(['waiting', 'done']),
  /** Counted when it is done: requests that were read, and proposals that were made. */
  read: z.number().int().min(0),
  proposed: z.number().int().min(0),
  /** Noted when it is done, for the next round. */
  leftOut: z.array(LeftOut).max(4000).default([]),
  forgetAt: z.date(),
  schemaVersion: z.number().int(),
});
export type MatchShard = z.infer<typeof MatchShard>;
