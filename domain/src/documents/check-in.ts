import * as z from 'zod';
import { Id, LocalDay, Text } from './fields';
import { LIMITS } from './limits';
import { SlotState } from './sprint';

const NoProof = z.object({ kind: z.literal('none') });
const LinkProof = z.object({
  kind: z.literal('link'),
  url: z.url({ protocol: /^https$/, error: 'is not an https link' }).max(LIMITS.link),
});
const StepsProof = z.object({ kind: z.literal('steps'), text: Text(LIMITS.checkInText) });
const FileProof = z.object({
  kind: z.literal('file'),
  path: z.string().max(300),
  contentType: z.string().max(80),
  bytes: z.number().int().min(1).max(LIMITS.proofBytes),
});

/** Proof of effort as it is sent in. A file was uploaded before, to `proofs/{uid}/{slotId}/{fileName}`. */
export const Proof = z.discriminatedUnion('kind', [NoProof, LinkProof, StepsProof, FileProof]);
export type Proof = z.infer<typeof Proof>;

export const ProofKind = z.enum(['image', 'text']);
export type ProofKind = z.infer<typeof ProofKind>;

/** What was made of a file: that alone is shown, to its member and to who was in the pod when it came. */
export const ShownProof = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('ready'),
    kind: ProofKind,
    path: z.string().max(300),
    sharedWith: z.array(Id).max(4),
  }),
  z.object({ state: z.literal('refused') }), // nothing in it can be shown
]);
export type ShownProof = z.infer<typeof ShownProof>;

/** Proof as it is kept; `shown` is absent until the file has been looked at. */
export const KeptProof = z.discriminatedUnion('kind', [
  NoProof,
  LinkProof,
  StepsProof,
  FileProof.extend({ shown: ShownProof.optional() }),
]);
export type KeptProof = z.infer<typeof KeptProof>;

export const CheckInStatus = z.enum(['done', 'partly', 'rest']);

export const CheckInReview = z.object({
  state: z.enum(['open', 'stands', 'overturned']),
  until: z.date(),
  decidedAt: z.date().nullable(),
});
export type CheckInReview = z.infer<typeof CheckInReview>;

/** `checkIns/{slotId}`: one per slot, so the id is the slot's; read by its member, shown to the pod through the feed. */
export const CheckIn = z.object({
  id: Id,
  slotId: Id,
  sprintId: Id,
  memberId: Id,
  podId: Id.nullable(),
  day: LocalDay,
  status: CheckInStatus,
  /** Rate of perceived exertion, 1 = very light … 10 = all out (Borg CR10). */
  rpe: z.number().int().min(1).max(10),
  win: z.string().trim().max(LIMITS.checkInText),
  tweak: z.string().trim().max(LIMITS.checkInText),
  proof: KeptProof,
  visibility: z.enum(['pod', 'me']),
  isLate: z.boolean(),
  /** A second look at its proof by people outside the pod, and what came of it; absent: there was none. */
  review: CheckInReview.optional(),
  /** The device's own time; shown, never trusted. */
  capturedAt: z.date(),
  /** The server's: this one decides lateness. */
  receivedAt: z.date(),
  clientMutationId: Id,
  version: z.number().int().min(1),
  schemaVersion: z.number().int(),
});
export type CheckIn = z.infer<typeof CheckIn>;

/** One day of the heat map: what it was, and the rule that decided it. */
export const StreakDay = z.object({
  slotId: Id,
  seq: z.number().int(),
  label: LocalDay,
  state: SlotState,
  /** A sentence for the member. */
  reason: z.string().max(200),
  lengthAfter: z.number().int().min(0),
});
export type StreakDay = z.infer<typeof StreakDay>;

/** `streaks/{uid}`: a cache of the fold over slot events; server-owned. */
export const Streak = z.object({
  id: Id,
  sprintId: Id.nullable(),
  current: z.number().int().min(0),
  best: z.number().int().min(0),
  lateCount: z.number().int().min(0),
  freezeTokens: z.number().int().min(0).max(2),
  /** Newest last; bounded by the sprint's slots. */
  days: z.array(StreakDay).max(200),
  version: z.number().int().min(1),
  schemaVersion: z.number().int(),
  updatedAt: z.date(),
});
export type Streak = z.infer<typeof Streak>;
