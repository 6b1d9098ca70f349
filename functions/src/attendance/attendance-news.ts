import { type Attendance, type AttendanceRecord, SCHEMA_VERSION, type Session, type Testimony } from '@podmates/domain';
import { ASKED_FOR_MS, CONTESTABLE_FOR_MS, type Verdict, withSession } from '@podmates/domain/attendance';
import { type By } from '../pods/pod-case';
import { causeId } from '../store/ids';
import { type UnitOfWork } from '../store/unit-of-work';

/** What a session's end says of one member. */
export const attendanceAtEnd = (session: Session, { memberId, ...verdict }: Verdict, now: Date): Attendance => ({
  id: memberId,
  sessionId: session.id,
  podId: session.podId,
  startsAt: session.startsAt,
  minutes: session.minutes,
  endedAt: now,
  ...verdict,
  evidence: [...verdict.evidence],
  contest: null,
  contestableUntil: new Date(now.getTime() + CONTESTABLE_FOR_MS),
  version: 1,
  schemaVersion: SCHEMA_VERSION,
  createdAt: now,
});

/** Saves a version of somebody's attendance, once, with what it says in their record. */
export function writeAttendance(
  unit: UnitOfWork,
  p: { before: Attendance | null; after: Attendance; record: AttendanceRecord },
  by: By,
): void {
  const { before, after, record } = p;
  const ref = unit.records.attendance(after.sessionId).doc(after.id);
  unit.save(ref, after);
  unit.audit({
    id: causeId('attendance', after.sessionId, after.id, `v${after.version}`),
    entity: ref.path,
    from: before && wordOf(before),
    to: wordOf(after),
    version: after.version,
    ...by,
  });
  const { sessionId, startsAt, outcome, credit } = after;
  unit.save(
    unit.records.attendanceRecords.doc(after.id),
    withSession(record, { sessionId, startsAt, outcome, credit }),
  );
}

const wordOf = ({ outcome, contest }: Attendance): string =>
  contest?.state === 'asking' ? `${outcome}, contested` : outcome;

/** Somebody who is asked whether a podmate was there; `testimony`: what they were asked before. */
export interface Witness {
  readonly id: string;
  readonly testimony: Testimony | null;
}

/** Asks once of each member; who is asked of that member already is left alone. Gives what they are asked now. */
export function askWitness(
  unit: UnitOfWork,
  session: Session,
  { id, testimony }: Witness,
  aboutIds: readonly string[],
): Testimony {
  const before = testimony ?? { id, about: {}, answers: {}, version: 0, schemaVersion: SCHEMA_VERSION };
  const fresh = aboutIds.filter((aboutId) => !(aboutId in before.about));
  if (fresh.length === 0) return before;
  const until = new Date(unit.now.getTime() + ASKED_FOR_MS);
  const asked = Object.fromEntries(fresh.map((aboutId) => [aboutId, { until }]));
  const after = { ...before, about: { ...before.about, ...asked }, version: before.version + 1 };
  unit.save(unit.records.testimonies(session.id).doc(id), after);
  for (const aboutId of fresh)
    unit.send(causeId('attendance-question', session.id, aboutId, id), {
      kind: 'notify',
      memberId: id,
      event: 'attendance-question',
      subjectId: session.id,
    });
  return after;
}

/** Looks at the session again then; `why` tells one look from another. */
export function sendSettle(unit: UnitOfWork, sessionId: string, runAt: Date, why: string): void {
  unit.send(causeId('settle-attendance', sessionId, why), {
    kind: 'task',
    task: 'settle-attendance',
    subjectId: sessionId,
    runAt,
  });
}
