import { type MatchRequest, type MemberCard, SCHEMA_VERSION } from '../documents';

const MONDAY_NOON = new Date('2026-06-01T12:00:00Z');

/** For tests: somebody in Berlin who waits and can meet on three Monday hours. */
export const aRequest = (fields: Partial<MatchRequest> & { memberId: string }): MatchRequest => ({
  id: fields.memberId,
  sprintId: `sprint-${fields.memberId}`,
  track: 'gym',
  language: 'en',
  experience: 3,
  timeZone: 'Europe/Berlin',
  hours: [16, 17, 18],
  status: 'waiting',
  proposalId: null,
  avoid: [],
  waitingSince: MONDAY_NOON,
  version: 1,
  schemaVersion: SCHEMA_VERSION,
  ...fields,
});

export const aCard = (id: string, fields: Partial<MemberCard> = {}): MemberCard => ({
  id,
  displayName: id,
  pronouns: null,
  timeZone: 'Europe/Berlin',
  experience: 3,
  isDemo: false,
  streak: { current: 0, best: 0 },
  ...fields,
});
