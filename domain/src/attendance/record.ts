import { type AttendanceRecord, type AttendedSession, SCHEMA_VERSION } from '../documents';

/** Twenty sessions are about four months of a weekly pod; what was before is nobody's business any more. */
const SESSIONS_KEPT = 20;
/** A session counts half of what it did after this long. */
const HALVED_AFTER_DAYS = 45;
const DAY_MS = 24 * 3_600_000;
/** With fewer that count, a score would be chance. */
const FEWEST_TO_SCORE = 3;
/** Below it somebody has missed about every second session lately. */
const ENOUGH_FOR_EXTRAS = 0.5;

export const emptyRecord = (memberId: string): AttendanceRecord => ({
  id: memberId,
  sessions: [],
  excuse: null,
  version: 1,
  schemaVersion: SCHEMA_VERSION,
});

/** The record with one session in it, in the place of what it said of that session before. */
export function withSession(record: AttendanceRecord, session: AttendedSession): AttendanceRecord {
  const others = record.sessions.filter(({ sessionId }) => sessionId !== session.sessionId);
  const newestFirst = [session, ...others].sort((a, b) => b.startsAt.getTime() - a.startsAt.getTime());
  return { ...record, sessions: newestFirst.slice(0, SESSIONS_KEPT), version: record.version + 1 };
}

/**
 * How reliably somebody came lately, from 0 to 1; null while too few sessions count. Private, fades with a half-life
 * of 45 days, and only ever limits future bookings (behaviour 27).
 */
export function attendanceScore({ sessions }: Pick<AttendanceRecord, 'sessions'>, now: Date): number | null {
  const counted = sessions.flatMap(({ credit, startsAt }) => {
    if (credit === null) return [];
    const days = Math.max(0, now.getTime() - startsAt.getTime()) / DAY_MS;
    return [{ credit, weight: 0.5 ** (days / HALVED_AFTER_DAYS) }];
  });
  if (counted.length < FEWEST_TO_SCORE) return null;
  const total = counted.reduce((sum, { weight }) => sum + weight, 0);
  return counted.reduce((sum, { credit, weight }) => sum + credit * weight, 0) / total;
}

/** Whether somebody may propose sessions beside the weekly ones; the weekly ones are everybody's. */
export const mayProposeExtra = (record: Pick<AttendanceRecord, 'sessions'>, now: Date): boolean =>
  (attendanceScore(record, now) ?? 1) >= ENOUGH_FOR_EXTRAS;

/** Whether the one excuse of a sprint is still there. */
export const hasExcuse = (record: Pick<AttendanceRecord, 'excuse'>, sprintId: string): boolean =>
  record.excuse?.sprintId !== sprintId;
