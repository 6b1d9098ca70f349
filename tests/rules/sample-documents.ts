import { NO_PREFERENCES, SCHEMA_VERSION } from '@podmates/domain';
import { type Fields, POD_OF_ANA } from './rules-world';

export * from './sample-session-documents';

/** Stored documents as the server or a client would have written them; each parses with its domain schema. */
const AT = new Date('2026-03-02T09:00:00Z');
const KEPT = { version: 1, schemaVersion: SCHEMA_VERSION };
const PLAN_SLOT = { weekday: 1, time: '07:00', minutes: 45, ifPart: 'it is seven', thenPart: 'I train' };
const MEETING = { weekday: 3, time: '18:00', minutes: 60 };
const cardOf = (id: string) => ({
  id,
  displayName: id,
  pronouns: null,
  timeZone: null,
  experience: 3,
  isDemo: false,
  streak: { current: 0, best: 0 },
});

export const aMember = (): Fields => ({
  displayName: 'Ana',
  email: 'ana@example.org',
  pronouns: '',
  timeZone: 'Europe/Lisbon',
  privacy: { pronouns: 'podmates', timeZone: 'nobody' },
  isAdult: true,
  language: 'en',
  experience: 3,
  preferences: NO_PREFERENCES,
  podId: null,
  activeSprintId: null,
  seenAt: AT,
  wayBack: null,
  isDemo: false,
  createdAt: AT,
  ...KEPT,
});
export const aDevice = (): Fields => ({ token: 'token-1' });
export const aStatus = (status: string): Fields => ({ status, changedAt: AT });
export const aSprint = (memberId: string): Fields => ({
  memberId,
  track: 'gym',
  template: { id: 'gym', version: 1, title: 'Gym', weeks: 6, minutes: 45 },
  goal: { title: 'Train', cadence: { kind: 'times-per-week', times: 3 }, focus: null },
  slots: [PLAN_SLOT],
  backup: { ...PLAN_SLOT, weekday: 6 },
  availability: [{ weekday: 1, start: '18:00', end: '21:00' }],
  timeZone: 'Europe/Lisbon',
  dayStart: '04:00',
  startsOn: '2026-03-02',
  endsOn: '2026-04-12',
  status: 'active',
  podId: null,
  createdAt: AT,
  ...KEPT,
});
export const aSlot = (memberId: string): Fields => ({
  sprintId: 'sprint-1',
  memberId,
  seq: 0,
  label: '2026-03-02',
  timeZone: 'Europe/Lisbon',
  startsAt: AT,
  openAt: AT,
  dueAt: AT,
  graceEndsAt: AT,
  state: 'open',
  closedAt: null,
  ...KEPT,
});
export const aCheckIn = (memberId: string): Fields => ({
  slotId: 'sprint-1_0',
  sprintId: 'sprint-1',
  memberId,
  podId: null,
  day: '2026-03-02',
  status: 'done',
  rpe: 6,
  win: 'went',
  tweak: '',
  proof: { kind: 'none' },
  visibility: 'pod',
  isLate: false,
  capturedAt: AT,
  receivedAt: AT,
  clientMutationId: 'mutation-1',
  ...KEPT,
});
export const aStreak = (): Fields => ({
  sprintId: null,
  current: 1,
  best: 1,
  lateCount: 0,
  freezeTokens: 0,
  days: [],
  updatedAt: AT,
  ...KEPT,
});
export const aMatchRequest = (memberId: string): Fields => ({
  memberId,
  sprintId: 'sprint-1',
  track: 'gym',
  focus: null,
  language: 'en',
  isAdult: true,
  experience: 3,
  ...NO_PREFERENCES,
  timeZone: 'Europe/Lisbon',
  hours: [18],
  lane: 'usual',
  isTrusted: false,
  status: 'waiting',
  lock: null,
  fence: 0,
  snoozedUntil: null,
  waitlist: null,
  rematchedAt: [],
  blocks: ['eve'],
  recent: [],
  favourites: [],
  waitingSince: AT,
  matchedAt: null,
  shard: 0,
  ...KEPT,
});
export const someRelations = (): Fields => ({
  blocks: ['eve'],
  reported: [],
  favourites: ['ben'],
  recent: [{ memberId: 'cem', until: AT }],
  ...KEPT,
});
export const aMatchRun = (): Fields => ({
  seed: 1,
  startedAt: AT,
  people: 3,
  shards: 1,
  forgetAt: AT,
  schemaVersion: SCHEMA_VERSION,
});
export const aMatchShard = (): Fields => ({
  runId: 'round-1',
  seed: 1,
  startedAt: AT,
  track: 'gym',
  language: 'en',
  isAdult: true,
  part: 0,
  parts: 1,
  from: 0,
  until: 1024,
  state: 'waiting',
  read: 0,
  proposed: 0,
  leftOut: [],
  forgetAt: AT,
  schemaVersion: SCHEMA_VERSION,
});
export const aProposal = (): Fields => ({
  kind: 'new-pod',
  memberIds: [...POD_OF_ANA],
  cards: POD_OF_ANA.map(cardOf),
  sprintIds: {},
  track: 'gym',
  why: { sharedHours: 1, goal: 1, experience: 1, style: 1, zone: 1, size: 1, company: 0, waiting: 0 },
  score: 1,
  sharedHours: [18],
  meeting: MEETING,
  timeZone: 'Europe/Lisbon',
  answers: {},
  fences: {},
  state: 'open',
  podId: null,
  expiresAt: AT,
  createdAt: AT,
  ...KEPT,
});
export const aPod = (): Fields => ({
  name: 'Early birds',
  memberIds: [...POD_OF_ANA],
  cards: POD_OF_ANA.map(cardOf),
  track: 'gym',
  timeZone: 'Europe/Lisbon',
  meeting: MEETING,
  status: 'active',
  lane: 'usual',
  trialEndsAt: null,
  search: null,
  awayIds: [],
  lookAgainAt: AT,
  dueAt: AT,
  createdAt: AT,
  ...KEPT,
});
export const aDecision = (askedId: string): Fields => ({
  podId: 'pod-1',
  kind: 'degraded',
  askedIds: [askedId],
  subjectId: null,
  subjectName: null,
  options: ['refill', 'solo'],
  byDefault: 'refill',
  answers: {},
  state: 'open',
  outcome: null,
  expiresAt: AT,
  decidedAt: null,
  rematch: null,
  createdAt: AT,
  ...KEPT,
});
export const aHistoryEvent = (memberId: string): Fields => ({
  memberId,
  kind: 'left',
  why: 'moved-on',
  actorId: memberId,
  at: AT,
  schemaVersion: SCHEMA_VERSION,
});
export const aMessage = (authorId: string): Fields => ({
  authorId,
  readerIds: ['ana', 'ben', 'sue'],
  text: 'see you at six',
  sentAt: AT,
  schemaVersion: 2,
});

export const aHeldText = (authorId: string): Fields => ({
  authorId,
  scope: 'pod',
  placeId: 'pod-1',
  text: 'what waits for a look',
  reasons: ['threat'],
  state: 'waiting',
  heldAt: AT,
  decidedAt: null,
  schemaVersion: 2,
});

export const aChatRate = (): Fields => ({ sentAt: [AT], schemaVersion: 2 });
export const aFeedEvent = (): Fields => ({
  kind: 'pod-formed',
  memberId: null,
  memberName: null,
  startsAt: null,
  text: 'Your pod has formed.',
  at: AT,
  schemaVersion: SCHEMA_VERSION,
});
export const aSafetyReport = (): Fields => ({
  kind: 'left-safely',
  sessionId: 'session-1',
  podId: 'pod-1',
  reporterId: 'ana',
  reportedIds: ['ben'],
  state: 'open',
  severity: 'S2',
  leftAt: AT,
  sessionState: 'live',
  presence: [{ memberId: 'ben', beatAt: AT, isHere: true }],
  inVideoIds: ['ben'],
  kept: [{ kind: 'note', id: 'note-1', authorId: 'ben', text: 'Text', at: AT }],
  createdAt: AT,
  ...KEPT,
});
export const anAuditEvent = (): Fields => ({
  actorId: 'system',
  entity: 'pods/pod-1',
  from: null,
  to: 'active',
  version: 1,
  cause: 'answerProposal',
  at: AT,
});
export const anOutboxEntry = (): Fields => ({
  effect: { kind: 'notify', memberId: 'ana', event: 'pod-formed', subjectId: 'pod-1' },
  state: 'waiting',
  leasedUntil: null,
  attempts: 0,
  sentAt: null,
  createdAt: AT,
});
