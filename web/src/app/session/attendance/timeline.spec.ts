import { type Attendance } from '@podmates/domain';
import { anAttendance } from '../../../testing/fake-room';
import { outcomeHeading, sayContest, sayCredit } from './attendance-words';
import { timelineOf } from './timeline';

const START = Date.parse('2026-06-01T18:00:00Z');
const minute = (n: number): Date => new Date(START + n * 60_000);
const attendance = (over: Partial<Attendance> = {}) => anAttendance({ startsAt: minute(0), minutes: 50, ...over });

describe('the picture of the evidence', () => {
  it('has a row for each source that saw somebody, on one scale from the lobby to the planned end', () => {
    const picture = timelineOf(
      attendance({
        evidence: [
          { source: 'app', from: minute(-10), to: minute(20) },
          { source: 'app', from: minute(35), to: minute(50) },
          { source: 'joined', from: minute(5), to: minute(6.5) },
        ],
      }),
      'Europe/Berlin',
    );
    expect(picture.rows).toEqual([
      {
        name: 'App',
        bars: [
          { left: 0, width: 50 },
          { left: 75, width: 25 },
        ],
      },
      { name: 'Join', bars: [{ left: 25, width: 2.5 }] },
    ]);
    expect(picture.planned.left).toBeCloseTo(16.7, 1);
    expect(picture.after).toBeCloseTo(0);
    expect(picture.words).toBe(
      'Planned from 20:00 to 20:50. You were seen by the app from 19:50 to 20:20, from 20:35 to 20:50; by your tap on Join at 20:05.',
    );
  });

  it('says so when nothing was seen, and grows with what came after the planned end', () => {
    expect(timelineOf(attendance(), 'UTC')).toMatchObject({
      rows: [],
      words: expect.stringContaining('Nothing was seen'),
    });
    const long = timelineOf(attendance({ evidence: [{ source: 'video', from: minute(0), to: minute(90) }] }), 'UTC');
    expect(long.after).toBeCloseTo(40);
    expect(long.rows).toEqual([{ name: 'Video', bars: [{ left: 10, width: 90 }] }]);
  });
});

describe('an outcome in words', () => {
  it('tells a no-show from one that was called off', () => {
    expect(outcomeHeading({ outcome: 'no-show', credit: 0 })).toBe('You were not seen this time');
    expect(outcomeHeading({ outcome: 'no-show', credit: 0.5 })).toBe('You called it off shortly before');
    expect([1, 0.5, 0, null].map(sayCredit)).toEqual([
      'It counts in full.',
      'It counts half.',
      'It counts as a missed session.',
      'It counts neither for you nor against you.',
    ]);
  });

  it('says until when podmates are asked, and then what came of it', () => {
    const contest = { reasons: ['was-there' as const], note: '', contestedAt: minute(60), until: minute(1500) };
    const asking = { ...contest, state: 'asking' as const, result: null, settledAt: null };
    expect(sayContest(asking, 'Tuesday 2 June, 20:00')).toContain('until Tuesday 2 June, 20:00');
    const settled = { ...contest, state: 'settled' as const, settledAt: minute(100) };
    expect(sayContest({ ...settled, result: 'came' }, '')).toBe('Your podmates say that you were there.');
  });
});
