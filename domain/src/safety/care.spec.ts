import { SafetyReport } from '../documents';
import { aSession } from '../sessions/example-session';
import { asksForPause, callForAPerson } from './care';
import { excusedBy } from './leave-safely';

const now = new Date('2026-06-15T12:00:00Z');
const daysAgo = (days: number, rpe = 9) => ({ rpe, receivedAt: new Date(now.getTime() - days * 24 * 3_600_000) });

describe('a pause', () => {
  it.each([
    [[daysAgo(1), daysAgo(3), daysAgo(5, 10)], true],
    [[daysAgo(1), daysAgo(3)], false],
    [[daysAgo(1), daysAgo(3), daysAgo(5, 8)], false],
    [[daysAgo(1), daysAgo(3), daysAgo(15)], false],
    [[daysAgo(1), daysAgo(3), daysAgo(-1)], false],
  ])('is offered after three slots at the limit within two weeks: %j', (checkIns, asks) =>
    expect(asksForPause(checkIns, now)).toBe(asks),
  );
});

describe('a call for a person', () => {
  it('says who needs one and why, and excuses and accuses nobody', () => {
    const said = { kind: 'block', text: 'heavy words', writtenAt: now } as const;
    const note = { id: 'n1', authorId: 'ana', readerIds: ['ana'], ...said };
    const report = callForAPerson(aSession(), { id: 'r1', member: 'ana', notes: [note], now });
    expect(SafetyReport.parse(report)).toEqual(report);
    expect(report).toMatchObject({ subjectId: 'ana', reportedIds: [], severity: 'S1', kept: [{ id: 'n1' }] });
    expect(excusedBy(aSession(), [report])).toEqual([]);
  });
});
