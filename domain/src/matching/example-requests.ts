import { type MatchRequest, type MatchWhy, type MemberCard, NO_PREFERENCES, SCHEMA_VERSION } from '../documents';
import { type Candidate, candidateOf } from './candidate';

const MONDAY_NOON = new Date('2026-06-01T12:00:00Z');

/** For tests: somebody in Berlin who waits and can meet on three Monday hours. */
export const aRequest = (fields: Partial<MatchRequest> & { memberId: string }): MatchRequest => ({
  id: fields.memberId,
  sprintId: `sprint-${fields.memberId}`,
  track: 'gym',
  focus: null,
  language: 'en',
  isAdult: true,
  experience: 3,
  ...NO_PREFERENCES,
  timeZone: 'Europe/Berlin',
  hours: [16, 17, 18],
  lane: 'usual',
  isTrusted: false,
  status: 'waiting',
  lock: null,
  fence: 0,
  snoozedUntil: null,
  waitlist: null,
  rematchedAt: [],
  blocks: [],
  recent: [],
  favourites: [],
  waitingSince: MONDAY_NOON,
  headStartMs: 0,
  matchedAt: null,
  shard: 0,
  version: 1,
  schemaVersion: SCHEMA_VERSION,
  ...fields,
});

/** For tests: the same person as matching sees them. */
export const aCandidate = ({ id, ...fields }: Partial<Candidate> & { id: string }): Candidate => ({
  ...candidateOf(aRequest({ memberId: id }), MONDAY_NOON),
  ...fields,
});

export const aWhy = (fields: Partial<MatchWhy> = {}): MatchWhy => ({
  sharedHours: 0.5,
  goal: 1,
  experience: 1,
  style: 1,
  zone: 1,
  size: 1,
  company: 0,
  waiting: 0,
  ...fields,
});

export const aCard = (id: string, fields: Partial<MemberCard> = {}): MemberCard => ({
  id,
  displayName: id,
  pronouns: null,
  timeZone: 'Europe/Berlin',
  experience: 3,
  isDemo: false,
  pauses: [],
  streak: { current: 0, best: 0 },
  ...fields,
});
