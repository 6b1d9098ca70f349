import { type AgendaItem, SCHEMA_VERSION, type Session } from '../documents';

/** For tests: a scheduled gym session of Ana (host), Ben and Cem, from 18:00 to 18:50 UTC. */
export const aSession = (fields: Partial<Session> = {}): Session => ({
  id: 'session1',
  podId: 'pod1',
  memberIds: ['ana', 'ben', 'cem'],
  names: { ana: 'Ana', ben: 'Ben', cem: 'Cem' },
  track: 'gym',
  startsAt: new Date('2026-06-01T18:00:00Z'),
  minutes: 50,
  timeZone: 'Europe/Berlin',
  state: 'scheduled',
  hostId: 'ana',
  currentItemId: null,
  timer: null,
  agreedBy: [],
  joinedIds: [],
  excusedIds: [],
  joinedAt: {},
  releasedIds: [],
  attended: {},
  version: 1,
  schemaVersion: SCHEMA_VERSION,
  createdAt: new Date('2026-06-01T12:00:00Z'),
  ...fields,
});

export const anItem = (fields: Partial<AgendaItem> & { id: string }): AgendaItem => ({
  title: `Item ${fields.id}`,
  why: '',
  minutes: 5,
  orderKey: 'a0',
  isDone: false,
  isRemoved: false,
  rev: 1,
  editedBy: 'ana',
  editedAt: new Date('2026-06-01T12:00:00Z'),
  ...fields,
});
