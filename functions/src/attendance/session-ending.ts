import { type Attended, type Session } from '@podmates/domain';
import { ASKED_FOR_MS, attendedAs, judgeSession, type Verdict } from '@podmates/domain/attendance';
import { restingIds } from '@podmates/domain/sessions';
import { readAbsences } from '../pods/attendance';
import { type By, readCase } from '../pods/pod-case';
import { type Ports } from '../runtime/ports';
import { readRemindersDelivered } from '../sessions/session-news';
import { type UnitOfWork } from '../store/unit-of-work';
import { askWitness, attendanceAtEnd, sendSettle, writeAttendance } from './attendance-news';
import { readBeats, writePartings } from './partings';
import { factsOf, isBehindLink, readRecords, readSignals, withdrawalsOf } from './session-facts';

/** Events of the video service may come this much later than what they tell of. */
const LATE_EVIDENCE_MS = 3_600_000;

/** What the end of a session says of those who came and those who did not; written with the unit that ends it. */
export interface SessionEnding {
  /** Whose absence is excused: their pod had lost the others, or they left safely. */
  readonly excusedIds: string[];
  readonly attended: Record<string, Attended>;
  write(by: By): void;
}

/** Judges each member on their own, and lets nobody beat on; a cancelled session says nothing of anybody. */
export const readEnding = async (unit: UnitOfWork, ports: Ports, session: Session): Promise<SessionEnding> => {
  const pod = await readCase(unit, session.podId);
  const isUnmet = pod?.pod.status === 'degraded';
  const excusedIds = isUnmet ? session.memberIds : session.excusedIds;
  const ended = { ...session, excusedIds };
  const records = await readRecords(unit, ended);
  const seen = await readBeats(unit, session.id);
  const signals = await readSignals(unit, ports, { session: ended, beats: seen.beats });
  const remindersDelivered = await readRemindersDelivered(unit, ended);
  const facts = factsOf(ended, { endedAt: unit.now, signals, records, remindersDelivered });
  if (facts === null) return { excusedIds, attended: {}, write: () => writePartings(unit, session.id, seen) };
  const verdicts = judgeSession(facts);
  const attended = Object.fromEntries(verdicts.map((verdict) => [verdict.memberId, attendedAs(verdict)]));
  const absences = pod && !isUnmet ? await readAbsences(unit, ports.ids, pod, { ...ended, attended }) : null;
  return {
    excusedIds,
    attended,
    write: (by) => {
      writePartings(unit, session.id, seen);
      for (const verdict of verdicts) {
        const record = records.find(({ id }) => id === verdict.memberId);
        if (record)
          writeAttendance(unit, { before: null, after: attendanceAtEnd(ended, verdict, unit.now), record }, by);
      }
      if (isBehindLink(ended)) askAll(unit, ended, verdicts);
      if (verdicts.length > 0)
        sendSettle(unit, ended.id, new Date(unit.now.getTime() + LATE_EVIDENCE_MS), 'late-evidence');
      absences?.write(by);
    },
  };
};

/** Behind a link nobody else saw them, so each is asked about all others (behaviour 30). */
function askAll(unit: UnitOfWork, session: Session, verdicts: readonly Verdict[]): void {
  const open = verdicts.filter(({ outcome }) => outcome === 'unknown').map(({ memberId }) => memberId);
  const expected = session.memberIds.filter(
    (id) => !(id in withdrawalsOf(session)) && !restingIds(session).includes(id),
  );
  for (const id of expected) {
    const aboutIds = open.filter((aboutId) => aboutId !== id);
    if (aboutIds.length > 0) askWitness(unit, session, { id, testimony: null }, aboutIds);
  }
  if (open.length > 0) sendSettle(unit, session.id, new Date(unit.now.getTime() + ASKED_FOR_MS), 'link');
}
