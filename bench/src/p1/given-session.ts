import { AgendaItem, Session } from '@podmates/domain';
import { PROJECT_ID, portBlock } from '../../../local/src/ports';
import { StoredDocuments } from '../stored-documents';

export interface Person {
  readonly id: string;
  readonly name: string;
}

export const ITEM_ID = 'measured';
/** Edited one after the other: one alone would be held to what a single document takes. */
export const AGENDA_IDS = [ITEM_ID, ...Array.from({ length: 9 }, (_, place) => `still-${place}`)];

/** A live session of these people with the agenda of the measurement. */
export async function givenSession(portBase: number, sessionId: string, people: readonly Person[]): Promise<void> {
  const stored = new StoredDocuments({ firestorePort: portBlock(portBase).firestore, projectId: PROJECT_ID });
  const now = new Date();
  const memberIds = people.map(({ id }) => id);
  const { id: _, ...session } = Session.parse({
    id: sessionId,
    podId: `pod-of-${sessionId}`,
    memberIds,
    names: Object.fromEntries(people.map(({ id, name }) => [id, name])),
    track: 'gym',
    startsAt: now,
    minutes: 60,
    timeZone: 'UTC',
    state: 'live',
    hostId: memberIds[0],
    currentItemId: ITEM_ID,
    timer: { startedAt: now, durationMs: 600_000, pausedMs: 0, pausedAt: null },
    agreedBy: [],
    joinedIds: memberIds,
    excusedIds: [],
    video: null,
    version: 1,
    schemaVersion: 1,
    createdAt: now,
  });
  for (const id of memberIds) await stored.put(`memberStatuses/${id}`, { status: 'active', changedAt: now });
  await stored.put(`sessions/${sessionId}`, session);
  for (const [place, id] of AGENDA_IDS.entries())
    await stored.put(`sessions/${sessionId}/agenda/${id}`, itemAt(place, id, now));
}

function itemAt(place: number, id: string, now: Date): Record<string, unknown> {
  const { id: _, ...item } = AgendaItem.parse({
    id,
    title: `Item ${place}`,
    why: '',
    minutes: 5,
    orderKey: `a${place}`,
    isDone: false,
    isRemoved: false,
    rev: 1,
    editedBy: 'system',
    editedAt: now,
  });
  return item;
}
