import {
  type Attendance,
  type CallableInput,
  type CallableOutput,
  DomainError,
  type Testimony,
} from '@podmates/domain';
import {
  ASKED_FOR_MS,
  contested,
  emergencyExcused,
  emptyRecord,
  hasExcuse,
  released,
} from '@podmates/domain/attendance';
import { type Ports } from '../runtime/ports';
import { type UnitOfWork, commit } from '../store/unit-of-work';
import { askWitness, sendSettle } from './attendance-news';
import { lookAgain, readReview, readRevision, type Review } from './attendance-review';
import { readPings, writeRelease } from './waiting';

/** An emergency is of now; what lies further ahead can be called off without one. */
const EXCUSE_AHEAD_MS = 24 * 3_600_000;

/** Attendance after it was judged: contested, confirmed, excused, looked at again; and whoever waits meanwhile. */
export class AttendanceDesk {
  constructor(private readonly ports: Ports) {}

  /** One tap: looks at the evidence again, and asks the podmates who were there if that does not settle it. */
  contest(memberId: string, input: CallableInput<'contestAttendance'>): Promise<CallableOutput<'contestAttendance'>> {
    return commit(this.ports, async (unit) => {
      const { review, own } = await this.readOwn(unit, memberId, input.sessionId);
      if (own.contest) return { state: own.contest.state, outcome: own.outcome };
      const opened = contested(own, { reasons: input.reasons, note: input.note, now: unit.now });
      const asked = witnessesOf(review, memberId).map((id) => withQuestion(review, id, memberId, unit.now));
      const testimonies = [...review.testimonies.filter(({ id }) => !asked.some((one) => one.id === id)), ...asked];
      const attendances = review.attendances.map((one) => (one.id === memberId ? opened : one));
      // Looking again is part of the same step, so it is the same version of the attendance.
      const after = lookAgain({ ...review, attendances, testimonies }, unit.now).map((one) =>
        one.id === memberId ? { ...one, version: opened.version } : one,
      );
      const mine = after.find(({ id }) => id === memberId) ?? opened;
      const revision = await readRevision(unit, review, after);
      revision.write({ actorId: memberId, cause: 'contestAttendance' });
      const state = mine.contest?.state ?? 'settled';
      if (state === 'asking') {
        for (const { id } of asked) askWitness(unit, review.session, witness(review, id), [memberId]);
        sendSettle(unit, review.session.id, new Date(unit.now.getTime() + ASKED_FOR_MS), `contest-${memberId}`);
      }
      return { state, outcome: mine.outcome };
    });
  }

  /** What somebody who is asked says of a podmate. @throws DomainError `not-found` when they are not asked */
  confirm(memberId: string, input: CallableInput<'confirmPresence'>): Promise<void> {
    return commit(this.ports, async (unit) => {
      const review = await readReview(unit, this.ports, input.sessionId);
      const before = review?.testimonies.find(({ id }) => id === memberId);
      const question = before?.about[input.memberId];
      if (!review || !before || !question) throw new DomainError('not-found', 'There is no such question to you.');
      if (before.answers[input.memberId]?.wasThere === input.wasThere) return;
      if (unit.now >= question.until || !isOpenAbout(review, input.memberId))
        throw new DomainError('failed-precondition', 'This question is closed.');
      const answers = { ...before.answers, [input.memberId]: { wasThere: input.wasThere, at: unit.now } };
      const said: Testimony = { ...before, answers, version: before.version + 1 };
      const testimonies = review.testimonies.map((one) => (one.id === memberId ? said : one));
      const revision = await readRevision(unit, review, lookAgain({ ...review, testimonies }, unit.now));
      unit.save(unit.records.testimonies(review.session.id).doc(memberId), said);
      // Not by the one who said it: what a podmate said is nobody's to read, in no history.
      revision.write({ actorId: 'system', cause: 'confirmPresence' });
    });
  }

  /** The one emergency of a sprint, without papers. The same session again changes nothing. */
  excuse(memberId: string, input: CallableInput<'excuseAbsence'>): Promise<void> {
    return commit(this.ports, async (unit) => {
      const { members, sessions, attendanceRecords } = unit.records;
      const session = await unit.find(sessions.doc(input.sessionId));
      if (!session?.memberIds.includes(memberId)) throw noSuchSession();
      const sprintId = (await unit.find(members.doc(memberId)))?.activeSprintId ?? null;
      const record = (await unit.find(attendanceRecords.doc(memberId))) ?? emptyRecord(memberId);
      if (record.excuse?.sessionId === session.id) return;
      if (sprintId === null || !hasExcuse(record, sprintId))
        throw new DomainError('resource-exhausted', 'The emergency excuse of this sprint is used already.');
      if (session.state === 'cancelled' || session.startsAt.getTime() - unit.now.getTime() > EXCUSE_AHEAD_MS)
        throw new DomainError('failed-precondition', 'An emergency excuse is for sessions of the next 24 hours.');
      const excused = { ...record, excuse: { sprintId, sessionId: session.id, at: unit.now } };
      const review = await readReview(unit, this.ports, session.id);
      const own = review?.attendances.find(({ id }) => id === memberId);
      if (review && !own) throw new DomainError('failed-precondition', 'Nothing is held against you here.');
      if (!review || !own)
        return unit.save(attendanceRecords.doc(memberId), { ...excused, version: record.version + 1 });
      const records = review.records.map((one) => (one.id === memberId ? excused : one));
      const after = review.attendances.map((one) => (one.id === memberId ? emergencyExcused(own, unit.now) : one));
      const revision = await readRevision(unit, { ...review, records }, after);
      revision.write({ actorId: memberId, cause: 'excuseAbsence' });
    });
  }

  /** Looks at a session again: evidence that came late, and questions whose time is over. Nothing new: nothing happens. */
  settle(sessionId: string): Promise<void> {
    return commit(this.ports, async (unit) => {
      const review = await readReview(unit, this.ports, sessionId);
      if (!review) return;
      const revision = await readRevision(unit, review, lookAgain(review, unit.now));
      revision.write({ actorId: 'system', cause: 'settleAttendance' });
    });
  }

  /** Pings the missing and releases whoever waits, each once and only when it is time. */
  easeWaiting(sessionId: string): Promise<void> {
    return commit(this.ports, async (unit) => {
      const { sessions } = unit.records;
      const before = await unit.find(sessions.doc(sessionId));
      if (before === null) return;
      const pings = await readPings(unit, before);
      const after = released(before, unit.now);
      pings.write();
      if (after === before) return;
      unit.save(sessions.doc(sessionId), after);
      writeRelease(unit, before, after);
    });
  }

  private async readOwn(
    unit: UnitOfWork,
    memberId: string,
    sessionId: string,
  ): Promise<{ review: Review; own: Attendance }> {
    const review = await readReview(unit, this.ports, sessionId);
    const own = review?.attendances.find(({ id }) => id === memberId);
    if (!review || !own) throw noSuchSession();
    return { review, own };
  }
}

const noSuchSession = (): DomainError =>
  new DomainError('not-found', 'There is no session of yours of which anything was said.');

/** Whoever was there themself can say of others whether they were. */
const witnessesOf = ({ attendances }: Review, aboutId: string): string[] =>
  attendances
    .filter(({ id, evidence, credit }) => id !== aboutId && (evidence.length > 0 || credit === 1))
    .map(({ id }) => id);

const witness = ({ testimonies }: Review, id: string) => ({
  id,
  testimony: testimonies.find((one) => one.id === id) ?? null,
});

/** The testimony as it will be once they are asked, to see whether the question has an answer already. */
function withQuestion(review: Review, id: string, aboutId: string, now: Date): Testimony {
  const { testimony } = witness(review, id);
  const question = testimony?.about[aboutId] ?? { until: new Date(now.getTime() + ASKED_FOR_MS) };
  return {
    id,
    about: { ...testimony?.about, [aboutId]: question },
    answers: testimony?.answers ?? {},
    version: testimony?.version ?? 0,
    schemaVersion: review.session.schemaVersion,
  };
}

/** A question is open while the outcome waits for it: under contest, or not known behind a link. */
const isOpenAbout = ({ attendances }: Review, memberId: string): boolean =>
  attendances.some(
    ({ id, outcome, contest }) => id === memberId && (contest ? contest.state === 'asking' : outcome === 'unknown'),
  );
