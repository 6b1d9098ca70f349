import { SCHEMA_VERSION, type Session } from '@podmates/domain';
import { workingDoc } from '@podmates/domain/coach';
import { causeId } from '../store/ids';
import { type UnitOfWork } from '../store/unit-of-work';

const FIRST_VERSION = 1;

/** Written with the unit that ends a session: the place of its summary, and the work that fills it. */
export const startCoach = (unit: UnitOfWork, session: Session): void => {
  const { coachDocs, coachRuns } = unit.records;
  const working = workingDoc(session, { version: FIRST_VERSION, now: unit.now });
  unit.save(coachDocs(session.id).doc(working.id), working);
  unit.save(coachRuns.doc(session.id), {
    id: session.id,
    podId: session.podId,
    version: FIRST_VERSION,
    state: 'waiting',
    dueAt: unit.now,
    attempts: 0,
    reservedTokens: 0,
    reservedAt: null,
    schemaVersion: SCHEMA_VERSION,
    createdAt: unit.now,
  });
  unit.send(causeId('coach-session', session.id, working.id), {
    kind: 'task',
    task: 'coach-session',
    subjectId: session.id,
    runAt: unit.now,
  });
};
