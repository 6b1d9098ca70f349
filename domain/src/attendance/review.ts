import { type Attendance, type Contest, type ContestReason } from '../documents';
import { DomainError } from '../contracts/domain-error';
import { isBetter, type Verdict } from './judge';
import { ASKED_FOR_MS, isContestable, whatTheySay } from './testimony';

/** What podmates were asked and said of one member; `until`: when they are not asked any more, null when nobody is. */
export interface Asked {
  readonly asked: number;
  readonly there: number;
  readonly notThere: number;
  readonly until: Date | null;
}
type Outcome = Pick<Verdict, 'outcome' | 'credit' | 'reason'>;

const CAME: Outcome = { outcome: 'on-time', credit: 1, reason: 'Your podmates say that you were there.' };
const MISSED: Outcome = { outcome: 'no-show', credit: 0, reason: 'Two of your podmates say that you were not there.' };
const OPEN: Outcome = {
  outcome: 'unknown',
  credit: null,
  reason: 'Nobody can say for certain, so it does not count against you.',
};

/** The attendance under contest. @throws DomainError 'failed-precondition': too late, or it counts in full already */
export function contested(
  attendance: Attendance,
  p: { reasons: readonly ContestReason[]; note: string; now: Date },
): Attendance {
  if (attendance.contest) return attendance;
  if (p.now >= attendance.contestableUntil)
    throw new DomainError('failed-precondition', 'This could be contested for 48 hours, and they are over.');
  if (!isContestable(attendance)) throw new DomainError('failed-precondition', 'This counts in full already.');
  return {
    ...attendance,
    contest: {
      reasons: [...p.reasons],
      note: p.note,
      state: 'asking',
      result: null,
      contestedAt: p.now,
      until: new Date(p.now.getTime() + ASKED_FOR_MS),
      settledAt: null,
    },
    version: attendance.version + 1,
  };
}

/**
 * The attendance after another look: what is seen now (`verdict`) and what podmates said. It only ever gets better by
 * evidence; behind a link, where nothing was judged yet, two podmates may also say that somebody was not there.
 * Nothing new: the same one.
 */
export function reviewed(
  attendance: Attendance,
  p: { verdict: Verdict | null; isLink: boolean; asked: Asked; now: Date },
): Attendance {
  const isAsking = attendance.contest?.state === 'asking';
  if (p.verdict && isBetter(p.verdict, attendance)) {
    const { outcome, credit, reason, minutesPresent, arrivedAt, evidence } = p.verdict;
    const seen = { outcome, credit, reason, minutesPresent, arrivedAt, evidence: [...evidence] };
    if (!isAsking || credit === 1) return revised(attendance, seen, isAsking ? 'evidence' : null, p.now);
  }
  const isOpenLink = p.isLink && attendance.outcome === 'unknown' && p.asked.asked > 0;
  if (!isAsking && !isOpenLink) return attendance;
  const isOver = p.asked.until === null || p.now >= p.asked.until;
  switch (whatTheySay({ ...p.asked, isOver })) {
    case 'waiting':
      return attendance;
    case 'came':
      return revised(attendance, CAME, isAsking ? 'came' : null, p.now);
    case 'missed':
      if (isAsking) return revised(attendance, {}, 'stands', p.now);
      return revised(attendance, MISSED, null, p.now);
    case 'unknown':
      if (!isAsking) return attendance;
      return revised(attendance, isBetter(OPEN, attendance) ? OPEN : {}, 'unknown', p.now);
  }
}

/** Excused by the emergency of the sprint, which needs no papers. @throws DomainError as `contested` */
export function emergencyExcused(attendance: Attendance, now: Date): Attendance {
  if (now >= attendance.contestableUntil)
    throw new DomainError('failed-precondition', 'This could be excused for 48 hours, and they are over.');
  if (attendance.credit === 1) throw new DomainError('failed-precondition', 'This counts in full already.');
  const reason = 'You used the emergency excuse of your sprint.';
  const result = attendance.contest?.state === 'asking' ? 'unknown' : null;
  return revised(attendance, { outcome: 'excused', credit: null, reason }, result, now);
}

function revised(
  attendance: Attendance,
  change: Partial<Attendance>,
  result: Contest['result'],
  now: Date,
): Attendance {
  const { contest } = attendance;
  return {
    ...attendance,
    ...change,
    contest: contest && result ? { ...contest, state: 'settled', result, settledAt: now } : contest,
    version: attendance.version + 1,
  };
}
