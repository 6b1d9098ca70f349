import { SCHEMA_VERSION } from '@podmates/domain';
import { serverTimestamp } from 'firebase/firestore';
import { type Fields, POD_OF_ANA } from './rules-world';

/** A session and what lies below it, stored as the server or a client would have written it. */
const SINCE = new Date(Date.now() - 60_000);
const AT = new Date('2026-03-02T09:00:00Z');
const KEPT = { version: 1, schemaVersion: SCHEMA_VERSION };

export const aSession = (state = 'live'): Fields => ({
  podId: 'pod-1',
  memberIds: [...POD_OF_ANA],
  names: {},
  track: 'gym',
  startsAt: AT,
  minutes: 60,
  timeZone: 'Europe/Lisbon',
  state,
  hostId: 'ana',
  currentItemId: null,
  timer: null,
  agreedBy: [],
  joinedIds: [],
  excusedIds: [],
  pausedIds: [],
  video: { kind: 'room', name: 'room-of-session' },
  joinedAt: {},
  releasedIds: [],
  attended: {},
  createdAt: AT,
  ...KEPT,
});
export const anAgendaItem = (editedBy: string): Fields => ({
  title: 'Wins of the week',
  why: 'Begin with what went well.',
  minutes: 10,
  orderKey: 'a0',
  isDone: false,
  isRemoved: false,
  rev: 1,
  editedBy,
  editedAt: AT,
  worded: null,
  edits: {},
  alternatives: { 'older-edit': { by: 'ben', text: 'Blocks first' } },
});
export const aNote = (authorId: string): Fields => ({
  authorId,
  readerIds: [...POD_OF_ANA],
  kind: 'win',
  text: 'three sessions',
  writtenAt: AT,
});
/** A stay that began a minute ago, with a beat of just now: the next one is due. */
export const aBeat = (): Fields => ({ beatAt: new Date(), isHere: true, editing: null, since: SINCE, earlier: [] });
/** After it all is asked again; of whoever is here, a beat looks nothing up (presence-looks.ts). */
export const aGoodbye = (): Fields => ({ ...aBeat(), isHere: false });
export const aFirstBeat = (): Fields => ({
  beatAt: serverTimestamp(),
  isHere: true,
  editing: null,
  since: serverTimestamp(),
  earlier: [],
});
export const anAttendance = (): Fields => ({
  sessionId: 'session-1',
  podId: 'pod-1',
  startsAt: AT,
  minutes: 50,
  endedAt: AT,
  outcome: 'no-show',
  credit: 0,
  minutesPresent: 0,
  arrivedAt: null,
  evidence: [],
  reason: 'Others were there, and nothing was seen of you.',
  contest: null,
  contestableUntil: AT,
  createdAt: AT,
  ...KEPT,
});
export const aTestimony = (): Fields => ({
  about: { ben: { until: AT } },
  answers: { ben: { wasThere: true, at: AT } },
  ...KEPT,
});
export const anAttendanceRecord = (): Fields => ({
  sessions: [{ sessionId: 'session-1', startsAt: AT, outcome: 'on-time', credit: 1 }],
  excuse: null,
  ...KEPT,
});
export const aVideoEvent = (): Fields => ({
  memberId: 'ana',
  kind: 'joined',
  at: AT,
  receivedAt: AT,
  schemaVersion: 1,
});
