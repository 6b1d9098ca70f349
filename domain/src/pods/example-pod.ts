import { type Pod, SCHEMA_VERSION } from '../documents';
import { aCard } from '../matching/example-requests';

/** For tests: Ana, Ben and Cem in Berlin, who meet on Mondays at 18:00. */
export function aPod(fields: Partial<Pod> = {}): Pod {
  const memberIds = fields.memberIds ?? ['ana', 'ben', 'cem'];
  return {
    id: 'pod1',
    name: 'Steady Otters',
    memberIds,
    cards: memberIds.map((id) => aCard(id)),
    track: 'gym',
    timeZone: 'Europe/Berlin',
    meeting: { weekday: 1, time: '18:00', minutes: 50 },
    status: 'active',
    lane: 'usual',
    trialEndsAt: null,
    search: null,
    awayIds: [],
    lookAgainAt: new Date('2026-06-04T12:00:00Z'),
    dueAt: new Date('2026-06-04T12:00:00Z'),
    version: 1,
    schemaVersion: SCHEMA_VERSION,
    createdAt: new Date('2026-06-01T12:00:00Z'),
    ...fields,
  };
}
