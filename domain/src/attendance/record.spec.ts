import * as fc from 'fast-check';
import { type AttendedSession } from '../documents';
import { attendanceScore, emptyRecord, hasExcuse, mayProposeExtra, withSession } from './record';
import { withdrawalOf } from './withdrawal';

const NOW = new Date('2026-06-30T12:00:00Z');
const HOUR = 3_600_000;
const session = (daysAgo: number, credit: number | null): AttendedSession => ({
  sessionId: `s${daysAgo}`,
  startsAt: new Date(NOW.getTime() - daysAgo * 24 * HOUR),
  outcome: credit === null ? 'unknown' : credit === 1 ? 'on-time' : 'no-show',
  credit,
});
const recordOf = (...sessions: AttendedSession[]) => sessions.reduce(withSession, emptyRecord('ana'));

describe('the record of attendance', () => {
  it('keeps the last twenty, newest first, and says each session once', () => {
    const record = recordOf(...Array.from({ length: 25 }, (_, n) => session(30 - n, 1)), session(6, 0));
    expect(record.sessions).toHaveLength(20);
    expect(record.sessions[0]).toEqual(session(6, 0));
    expect(new Set(record.sessions.map(({ sessionId }) => sessionId)).size).toBe(20);
  });

  it('is the same in whatever order late evidence came', () => {
    const some = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 25 });
    fc.assert(
      fc.property(some, (days) => {
        const sessions = days.map((day) => session(day, day % 2));
        expect(recordOf(...sessions.toReversed()).sessions).toEqual(recordOf(...sessions).sessions);
      }),
    );
  });

  it('has no score before three sessions count, and what is not judged does not count', () => {
    expect(attendanceScore(recordOf(session(1, 0), session(8, 0), session(15, null)), NOW)).toBeNull();
    expect(attendanceScore(recordOf(session(1, 0), session(8, 0), session(15, 0)), NOW)).toBe(0);
  });

  it('fades: the same absences weigh less the longer ago they were', () => {
    const score = (ago: number) => attendanceScore(recordOf(session(1, 1), session(2, 1), session(ago, 0)), NOW) ?? 0;
    expect(score(3)).toBeCloseTo(0.672, 2);
    expect(score(90)).toBeGreaterThan(score(3));
  });

  it('holds back extra sessions alone, and only below one half', () => {
    expect(mayProposeExtra(emptyRecord('ana'), NOW)).toBe(true);
    expect(mayProposeExtra(recordOf(session(1, 0), session(8, 0), session(15, 1)), NOW)).toBe(false);
    expect(mayProposeExtra(recordOf(session(1, 1), session(8, 0), session(15, 1)), NOW)).toBe(true);
  });

  it('has one excuse in each sprint', () => {
    const used = { excuse: { sprintId: 'sp1', sessionId: 's1', at: NOW } };
    expect([hasExcuse(emptyRecord('ana'), 'sp1'), hasExcuse(used, 'sp1'), hasExcuse(used, 'sp2')]).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe('calling off', () => {
  it.each([
    [12 * HOUR, 'no-trace'],
    [12 * HOUR - 1, 'excused'],
    [2 * HOUR, 'excused'],
    [2 * HOUR - 1, 'half'],
    [0, 'half'],
  ])('%i ms before is %s', (aheadMs, expected) => {
    expect(withdrawalOf(new Date(NOW.getTime() - aheadMs), NOW)).toBe(expected);
  });
});
