import { type Attendance, type AttendanceRecord, type Session, type Testimony } from '@podmates/domain';
import { type Asked, attendedAs, judgeSession, reviewed, type Verdict } from '@podmates/domain/attendance';
import { type Absences, readOverturned } from '../pods/attendance';
import { type By } from '../pods/pod-case';
import { type Ports } from '../runtime/ports';
import { readRemindersDelivered } from '../sessions/session-news';
import { causeId } from '../store/ids';
import { type UnitOfWork } from '../store/unit-of-work';
import { writeAttendance } from './attendance-news';
import { factsOf, isBehindLink, readRecords, readSignals } from './session-facts';

/** A session that is over, with all that is known and said of its members by now. */
export interface Review {
  readonly session: Session;
  readonly attendances: readonly Attendance[];
  readonly testimonies: readonly Testimony[];
  readonly records: readonly AttendanceRecord[];
  readonly verdicts: readonly Verdict[];
}

/** Null when there is no such session, or nothing was said of it. */
export const readReview = async (unit: UnitOfWork, ports: Ports, sessionId: string): Promise<Review | null> => {
  const session = await unit.find(unit.records.sessions.doc(sessionId));
  if (session === null) return null;
  const attendances = await unit.list(unit.records.attendance(sessionId));
  const [first] = attendances;
  if (!first) return null;
  const testimonies = await unit.list(unit.records.testimonies(sessionId));
  const records = await readRecords(unit, session);
  const beats = await unit.list(unit.records.presence(sessionId));
  const signals = await readSignals(unit, ports, { session, beats });
  const remindersDelivered = await readRemindersDelivered(unit, session);
  const facts = factsOf(session, { endedAt: first.endedAt, signals, records, remindersDelivered });
  return { session, attendances, testimonies, records, verdicts: facts ? judgeSession(facts) : [] };
};

/** What podmates were asked and said of one member. */
export function askedAbout(testimonies: readonly Testimony[], memberId: string): Asked {
  const about = testimonies.flatMap((testimony) => {
    const question = testimony.about[memberId];
    return question ? [{ until: question.until, wasThere: testimony.answers[memberId]?.wasThere }] : [];
  });
  const latest = Math.max(...about.map(({ until }) => until.getTime()));
  return {
    asked: about.length,
    there: about.filter(({ wasThere }) => wasThere === true).length,
    notThere: about.filter(({ wasThere }) => wasThere === false).length,
    until: about.length > 0 ? new Date(latest) : null,
  };
}

/** Each attendance as it is after another look, by what is seen and said now. */
export const lookAgain = (review: Review, now: Date): Attendance[] =>
  review.attendances.map((attendance) =>
    reviewed(attendance, {
      verdict: review.verdicts.find(({ memberId }) => memberId === attendance.id) ?? null,
      isLink: isBehindLink(review.session),
      asked: askedAbout(review.testimonies, attendance.id),
      now,
    }),
  );

/** Changed attendances with what follows: the pod's word, open questions taken back, news. Read before any write. */
export const readRevision = async (
  unit: UnitOfWork,
  review: Review,
  after: readonly Attendance[],
): Promise<{ write: (by: By) => void }> => {
  const changed = after.flatMap((attendance) => {
    const before = review.attendances.find(({ id }) => id === attendance.id);
    return before && before !== attendance ? [{ before, after: attendance }] : [];
  });
  const overturned: Absences[] = [];
  for (const { before, after: attendance } of changed)
    if (attendedAs(before) === 'missed' && attendedAs(attendance) !== 'missed')
      overturned.push(await readOverturned(unit, review.session, attendance.id));
  return {
    write: (by) => {
      for (const change of changed) {
        const record = review.records.find(({ id }) => id === change.after.id);
        if (record) writeAttendance(unit, { ...change, record }, by);
        if (isNews(change)) sendSettled(unit, change.after);
      }
      for (const questions of overturned) questions.write(by);
      writeWords(unit, review.session, after);
    },
  };
};

interface Change {
  readonly before: Attendance;
  readonly after: Attendance;
}
const isNews = ({ before, after }: Change): boolean =>
  before.outcome !== after.outcome || (before.contest?.state === 'asking' && after.contest?.state === 'settled');

function sendSettled(unit: UnitOfWork, { sessionId, id, version }: Attendance): void {
  unit.send(causeId('attendance-settled', sessionId, id, `v${version}`), {
    kind: 'notify',
    memberId: id,
    event: 'attendance-settled',
    subjectId: sessionId,
  });
}

function writeWords(unit: UnitOfWork, session: Session, after: readonly Attendance[]): void {
  const attended = { ...session.attended, ...Object.fromEntries(after.map((one) => [one.id, attendedAs(one)])) };
  if (after.some(({ id }) => attended[id] !== session.attended[id]))
    unit.save(unit.records.sessions.doc(session.id), { ...session, attended });
}
