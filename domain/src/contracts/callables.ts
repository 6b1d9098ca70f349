import * as z from 'zod';
import {
  AttendanceOutcome,
  AvailabilityWindow,
  ChatScope,
  CheckInStatus,
  Contest,
  ContestReason,
  DecisionOption,
  DisplayName,
  Goal,
  Id,
  LIMITS,
  LocalDay,
  MatchPreferences,
  MeetingLink,
  PlanSlot,
  Proof,
  ProofKind,
  Text,
  TimeZone,
  Track,
  Visibility,
  WallTime,
} from '../documents';
import { COACH_CALLABLES } from './coach-callables';
import { PEER_CALLABLES } from './peer-callables';

const Version = z.number().int().min(1);
const NoInput = z.object({}).strict();
const Done = z.object({});
const PauseInput = z.object({ from: LocalDay, to: LocalDay, kind: z.enum(['planned', 'illness']) }).strict();
const Availability = z.array(AvailabilityWindow).min(1, 'needs at least one window').max(28);

export const PlanInput = z
  .object({
    /** Made once by the form; the same id twice starts one sprint. */
    clientMutationId: Id,
    track: Track,
    goal: Goal,
    slots: z.array(PlanSlot).min(1).max(7),
    backup: PlanSlot,
    availability: Availability,
    timeZone: TimeZone,
    dayStart: WallTime,
  })
  .strict();
export type PlanInput = z.infer<typeof PlanInput>;

export const CheckInInput = z
  .object({
    slotId: Id,
    clientMutationId: Id,
    status: CheckInStatus,
    rpe: z.number().int().min(1).max(10),
    win: z.string().trim().max(LIMITS.checkInText),
    tweak: z.string().trim().max(LIMITS.checkInText),
    proof: Proof,
    visibility: z.enum(['pod', 'me']),
    capturedAt: z.iso.datetime(),
    /** How far the device's clock was off at its last sync, in milliseconds; null: it never was in touch. */
    clientSkewMs: z.number().int().nullable().default(null),
    /** The file of a check-in that was sent before: what it says stays as it is by now, whoever changed it meanwhile. */
    onlyFile: z.literal(true).optional(),
  })
  .strict();
export type CheckInInput = z.infer<typeof CheckInInput>;

/** What a member may ask of a session. Text and order of items are edited by direct writes under rules, not here. */
export const SessionCommand = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('agree') }), // to a proposed time
  z.object({ kind: z.literal('decline') }),
  z.object({ kind: z.literal('propose-move'), startsAt: z.iso.datetime() }),
  // Names the time, so that an answer to one proposal never counts for the next.
  z.object({ kind: z.literal('answer-move'), startsAt: z.iso.datetime(), answer: z.enum(['agree', 'decline']) }),
  z.object({ kind: z.literal('cannot-come') }), // without calling it off for the others
  z.object({ kind: z.literal('can-come') }), // after all
  z.object({ kind: z.literal('join') }),
  z.object({ kind: z.literal('start') }),
  z.object({ kind: z.literal('go-to-item'), itemId: Id }), // "Next item" names the next one, so that two taps move once
  z.object({ kind: z.literal('pause-timer') }),
  z.object({ kind: z.literal('resume-timer') }),
  z.object({ kind: z.literal('hand-over'), toMemberId: Id }),
  z.object({ kind: z.literal('take-over') }),
  z.object({ kind: z.literal('wrap') }),
  z.object({ kind: z.literal('finish') }),
  z.object({ kind: z.literal('cancel') }),
]);
export type SessionCommand = z.infer<typeof SessionCommand>;

/** A time, and how it suits each; `localTime` is null for who does not show their zone, and tells no early from late then. */
export const SuitedTime = z.object({
  startsAt: z.iso.datetime(),
  members: z.array(
    z.object({
      id: Id,
      comfort: z.enum(['good', 'outside-hours', 'early', 'late', 'night']),
      localTime: WallTime.nullable(),
    }),
  ),
});
export type SuitedTime = z.infer<typeof SuitedTime>;

/** One group of people in the fairness report; hours of waiting until a pod, or until now for those who wait. */
export const FairnessRow = z.object({
  group: z.string(),
  people: z.number().int(),
  waiting: z.number().int(),
  matched: z.number().int(),
  medianHours: z.number(),
  slowestTenthHours: z.number(),
});
export const FairnessReport = z.object({
  asOf: z.iso.datetime(),
  byZone: z.array(FairnessRow),
  byExperience: z.array(FairnessRow),
  byStyle: z.array(FairnessRow),
  /** People in groups too small to show. */
  leftOut: z.number().int(),
});
export type FairnessReport = z.infer<typeof FairnessReport>;

/** A held text as a moderator reads it. */
export const HeldForALook = z.object({
  id: Id,
  scope: ChatScope,
  authorId: Id,
  text: z.string(),
  reasons: z.array(z.string()),
  heldAt: z.iso.datetime(),
});

/**
 * Every callable: its name (also the exported function's), what goes in and what comes out.
 * Both sides parse with the same schema. Instants cross as ISO 8601 strings in UTC.
 */
export const CALLABLES = {
  /** After each sign-in: makes the member on the first one. */
  enterPodmates: {
    input: z.object({ timeZone: TimeZone, language: z.string().regex(/^[a-z]{2}$/) }).strict(),
    output: z.object({ memberId: Id, isNew: z.boolean() }),
  },
  /** The server's clock, for the client's offset. */
  readClock: { input: NoInput, output: z.object({ now: z.iso.datetime() }) },
  saveProfile: {
    input: z
      .object({
        expectedVersion: Version,
        displayName: DisplayName,
        pronouns: z.string().trim().max(LIMITS.pronouns),
        timeZone: TimeZone,
        privacy: z.object({ pronouns: Visibility, timeZone: Visibility }).strict(),
        isAdult: z.boolean(),
        experience: z.number().int().min(1).max(5),
      })
      .strict(),
    output: z.object({ version: Version }),
  },
  /** How many waiting people share enough hours with this availability, before committing to it. */
  previewOverlap: {
    input: z
      .object({
        track: Track,
        availability: z.array(AvailabilityWindow).max(28),
        timeZone: TimeZone,
        /** As the form has them; left out, the stored ones count. */
        preferences: MatchPreferences.strict().optional(),
        isAdult: z.boolean().optional(),
      })
      .strict(),
    output: z.object({ people: z.number().int(), hours: z.number().int() }),
  },
  /** "Find my pod": checks the plan, starts the sprint, freezes its slots and asks for a match. */
  startSprint: { input: PlanInput, output: z.object({ sprintId: Id }) },
  /** In which hours a pod could be met, for the sprint that runs; a request that waits is brought up to date with it. */
  saveAvailability: { input: z.object({ availability: Availability }).strict(), output: Done },
  /** What the member wants of a pod; a request that waits is brought up to date with it. */
  saveMatchPreferences: { input: z.object({ preferences: MatchPreferences.strict() }).strict(), output: Done },
  /** No proposals until then; null ends the pause. At most 90 days ahead. */
  snoozeMatching: { input: z.object({ until: z.iso.datetime().nullable() }).strict(), output: Done },
  setFavourite: { input: z.object({ memberId: Id, isFavourite: z.boolean() }).strict(), output: Done },
  /** Mutual, silent and at once. Blocking somebody twice, or somebody unknown, answers the same. */
  blockMember: { input: z.object({ memberId: Id }).strict(), output: Done },
  unblockMember: { input: z.object({ memberId: Id }).strict(), output: Done },
  /** Moderators only: how long whom waits, by zone, experience and style; small groups are left out. */
  readMatchingFairness: { input: NoInput, output: FairnessReport },
  cancelMatch: { input: NoInput, output: Done },
  /** "Find my pod" again, with the sprint that runs, after the queue was left. */
  requestMatch: { input: NoInput, output: Done },
  answerProposal: {
    input: z.object({ proposalId: Id, answer: z.enum(['accept', 'rematch']) }).strict(),
    output: z.object({ state: z.enum(['open', 'formed', 'declined', 'expired']), podId: Id.nullable() }),
  },
  /** Out of the pod at once. With `looksForAnother` back into the queue, ahead of those who just came. */
  leavePod: { input: z.object({ podId: Id, looksForAnother: z.boolean() }).strict(), output: Done },
  /** An answer to a question that the pod, or one of it, is asked; it may be changed while the question is open. */
  answerPodDecision: {
    input: z.object({ podId: Id, decisionId: Id, option: DecisionOption }).strict(),
    output: z.object({ state: z.enum(['open', 'serving', 'decided', 'void']) }),
  },
  /** The member is here: said on opening the app, a few times a day. */
  noteVisit: { input: NoInput, output: Done },
  /** Back into the pod that was left by being away, while it has room. */
  returnToPod: { input: NoInput, output: z.object({ podId: Id }) },
  proposeSession: {
    input: z
      .object({
        podId: Id,
        clientMutationId: Id,
        startsAt: z.iso.datetime(),
        minutes: z.number().int().min(15).max(120),
        /** A weekly meeting that is not on the schedule yet: it is put there, and this is the vote on moving it. */
        insteadOf: z.iso.datetime().optional(),
      })
      .strict(),
    output: z.object({ sessionId: Id }),
  },
  /**
   * Times to propose, as they suit each of the pod: for a new session, for one to be moved, or instead of a weekly
   * meeting that is not on the schedule yet.
   */
  suggestTimes: {
    input: z.object({ podId: Id, sessionId: Id.nullable(), insteadOf: z.iso.datetime().nullable() }).strict(),
    output: z.object({
      times: z.array(SuitedTime.extend({ isBackup: z.boolean(), relievesId: Id.nullable() })),
      /** How the time that is to change suits everybody; null for a new session. */
      current: SuitedTime.nullable(),
      /** A fairer time where the current one falls on whoever has carried most; null: nobody is out of turn. */
      turn: z.object({ startsAt: z.iso.datetime(), relievesId: Id.nullable() }).nullable(),
    }),
  },
  /** Idempotent by `commandId`; refused with 'aborted' when `expectedVersion` is not the session's. */
  commandSession: {
    input: z.object({ sessionId: Id, commandId: Id, expectedVersion: Version, command: SessionCommand }).strict(),
    output: z.object({ version: Version }),
  },
  /** Lets the member into the session's video room. `jwt` is null where the service checks nobody. */
  enterVideo: {
    input: z.object({ sessionId: Id }).strict(),
    output: z.object({
      domain: z.string(),
      room: z.string(),
      jwt: z.string().nullable(),
      displayName: z.string(),
      isHost: z.boolean(),
    }),
  },
  /** A Zoom or Meet link in the place of the session's room; null for a room again. Idempotent by `commandId`. */
  placeVideo: {
    input: z.object({ sessionId: Id, commandId: Id, url: MeetingLink.nullable() }).strict(),
    output: z.object({ version: Version }),
  },
  /** Out of the room at once and apart from whoever is named. Idempotent by `commandId`; names may be added once. */
  leaveSafely: {
    input: z.object({ sessionId: Id, commandId: Id, memberIds: z.array(Id).max(3), leftAt: z.iso.datetime() }).strict(),
    output: Done,
  },
  /** One's own outcome of a session, for 48 h after its end; the same again answers the same. */
  contestAttendance: {
    input: z
      .object({
        sessionId: Id,
        reasons: z.array(ContestReason).min(1, 'needs at least one reason').max(ContestReason.options.length),
        note: z.string().trim().max(LIMITS.contestNote),
      })
      .strict(),
    output: z.object({ state: Contest.shape.state, outcome: AttendanceOutcome }),
  },
  /** Whether a podmate was there, by whoever is asked; it may be changed while they are. */
  confirmPresence: {
    input: z.object({ sessionId: Id, memberId: Id, wasThere: z.boolean() }).strict(),
    output: Done,
  },
  /** The one emergency of a sprint: from a day before a session to 48 h after it, at once and without papers. */
  excuseAbsence: { input: z.object({ sessionId: Id }).strict(), output: Done },
  ...COACH_CALLABLES,
  ...PEER_CALLABLES,
  checkIn: {
    input: CheckInInput,
    output: z.object({ isLate: z.boolean(), receivedAt: z.iso.datetime(), streak: z.number().int(), version: Version }),
  },
  /**
   * What is shown of a check-in's file: to its member and to who was in the pod then, or to a reviewer for the time of
   * their review. Each asking is judged anew.
   */
  openProof: {
    input: z.union([z.object({ slotId: Id }).strict(), z.object({ reviewId: Id }).strict()]),
    output: z.object({
      kind: ProofKind,
      contentType: z.enum(['image/webp', 'text/plain; charset=utf-8']),
      base64: z.base64(),
    }),
  },
  /**
   * Says something in the pod's thread or a session's chat; the same `clientMutationId` is said once, and asked again
   * it answers what became of it. `asks`: nothing was sent; the author is asked, and sends it with `isMeant`.
   * `showsHelp`: the words speak of self-harm.
   */
  sendMessage: {
    input: z
      .object({
        scope: ChatScope,
        id: Id,
        clientMutationId: Id,
        text: Text(LIMITS.messageText),
        isMeant: z.boolean(),
      })
      .strict(),
    output: z.object({
      messageId: Id,
      state: z.enum(['sent', 'asks', 'held', 'dropped']),
      showsHelp: z.boolean(),
    }),
  },
  /** Moderators only: what waits for a look, the oldest first, at most fifty. */
  readHeldTexts: { input: NoInput, output: z.object({ texts: z.array(HeldForALook) }) },
  /** Moderators only: says a held text where it was meant to be said, or drops it. The first decision stands. */
  releaseText: {
    input: z.object({ heldId: Id, decision: z.enum(['release', 'drop']) }).strict(),
    output: z.object({ state: z.enum(['released', 'dropped']) }),
  },
  /** "Plan a make-up": when a missed slot will be made up, within 72 hours of its end and in its week. */
  scheduleMakeUp: {
    input: z.object({ slotId: Id, at: z.iso.datetime() }).strict(),
    output: z.object({ expiresAt: z.iso.datetime() }),
  },
  /** Days off at once, for the sprint that runs; illness once, for 7 days at most, and the sprint ends later by them. */
  planPause: {
    input: PauseInput,
    output: z.object({ days: z.number().int(), endsOn: LocalDay }),
  },
  /** Without the rest of a pause: one that is ahead is cancelled, one that runs ends with this day. */
  endPause: { input: PauseInput, output: z.object({ endsOn: LocalDay }) },
  /** Moderators only (custom claim `moderator`). */
  setMemberStatus: {
    input: z.object({ memberId: Id, status: z.enum(['active', 'suspended', 'deleted']) }).strict(),
    output: Done,
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

export type CallableName = keyof typeof CALLABLES;
export type CallableInput<N extends CallableName> = z.input<(typeof CALLABLES)[N]['input']>;
export type CallableOutput<N extends CallableName> = z.output<(typeof CALLABLES)[N]['output']>;
