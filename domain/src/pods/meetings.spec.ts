import fc from 'fast-check';
import { daysBetween, localDay, wallTime, weekdayOf } from '../time';
import { aPod } from './example-pod';
import { firstMeeting, meetingShifts, nextMeeting } from './meetings';

const weekly = (timeZone: string, weekday: number, time: string) => ({
  timeZone,
  meeting: { weekday, time, minutes: 50 },
});
const NEW_YORK = 'America/New_York';

describe('the next meeting', () => {
  it.each([
    // spring: clocks go forward on 2026-03-08 in New York, on 2026-03-29 in Berlin
    [weekly(NEW_YORK, 1, '18:00'), '2026-03-01T00:00:00Z', '2026-03-02T23:00:00Z'],
    [weekly(NEW_YORK, 1, '18:00'), '2026-03-02T23:00:00Z', '2026-03-09T22:00:00Z'],
    [weekly('Europe/Berlin', 1, '18:00'), '2026-03-23T17:00:00Z', '2026-03-30T16:00:00Z'],
    // autumn
    [weekly(NEW_YORK, 1, '18:00'), '2026-10-26T22:00:00Z', '2026-11-02T23:00:00Z'],
    [weekly('Pacific/Auckland', 1, '18:00'), '2026-03-30T05:00:00Z', '2026-04-06T06:00:00Z'],
    // half an hour only
    [weekly('Australia/Lord_Howe', 1, '18:00'), '2026-03-30T07:00:00Z', '2026-04-06T07:30:00Z'],
    // no clock change at all
    [weekly('Asia/Kolkata', 1, '18:00'), '2026-03-02T12:30:00Z', '2026-03-09T12:30:00Z'],
    // 02:30 is skipped: the first instant after the gap is 03:00
    [weekly(NEW_YORK, 7, '02:30'), '2026-03-02T00:00:00Z', '2026-03-08T07:00:00Z'],
    // 01:30 comes twice: the earlier one, and not once more an hour later
    [weekly(NEW_YORK, 7, '01:30'), '2026-10-27T00:00:00Z', '2026-11-01T05:30:00Z'],
    [weekly(NEW_YORK, 7, '01:30'), '2026-11-01T05:30:00Z', '2026-11-08T06:30:00Z'],
    // on the day itself: a moment before, and exactly then
    [weekly('UTC', 3, '12:00'), '2026-06-03T11:59:59.999Z', '2026-06-03T12:00:00Z'],
    [weekly('UTC', 3, '12:00'), '2026-06-03T12:00:00Z', '2026-06-10T12:00:00Z'],
  ])('of %j after %s is %s', (pod, after, expected) => {
    expect(nextMeeting(pod, new Date(after)).toISOString()).toBe(new Date(expected).toISOString());
  });

  it('is each week once, on its weekday and at its wall time wherever that exists', () => {
    const zones = [
      NEW_YORK,
      'Europe/Berlin',
      'Pacific/Auckland',
      'Australia/Lord_Howe',
      'America/Havana',
      'Asia/Beirut',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones, 'Asia/Kolkata', 'Africa/Casablanca'),
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 0, max: 95 }),
        fc.date({ min: new Date('2025-01-01'), max: new Date('2028-01-01'), noInvalidDate: true }),
        (zone, weekday, quarter, after) => {
          const time = new Date(quarter * 15 * 60_000).toISOString().slice(11, 16);
          const pod = weekly(zone, weekday, time);
          const first = nextMeeting(pod, after);
          const second = nextMeeting(pod, first);
          expect(first > after).toBe(true);
          expect(nextMeeting(pod, new Date(first.getTime() - 1))).toEqual(first);
          expect(daysBetween(localDay(first, zone), localDay(second, zone))).toBe(7);
          expect(weekdayOf(localDay(first, zone))).toBe(weekday);
          const actual = wallTime(first, zone);
          if (actual === time) return;
          const before = new Date(first.getTime() - 60_000); // skipped: in Havana from the end of the day before
          expect(`${localDay(before, zone)} ${wallTime(before, zone)}` < `${localDay(first, zone)} ${time}`).toBe(true);
        },
      ),
      { numRuns: 80 },
    );
  });
});

describe('the kick-off', () => {
  const at = (sharedHours: number[], after: string) => firstMeeting(aPod(), sharedHours, new Date(after)).toISOString();

  it('is the first shared hour', () =>
    expect(at([40, 18, 20], '2026-06-01T12:00:00Z')).toBe('2026-06-01T18:00:00.000Z'));

  it('leaves half an hour of notice', () => {
    expect(at([18, 20], '2026-06-01T17:30:00Z')).toBe('2026-06-01T18:00:00.000Z');
    expect(at([18, 20], '2026-06-01T17:30:01Z')).toBe('2026-06-01T20:00:00.000Z');
  });

  it('may be next week', () => expect(at([18], '2026-06-01T18:00:00Z')).toBe('2026-06-08T18:00:00.000Z'));

  it('without shared hours is the weekly meeting, with the same notice', () => {
    expect(at([], '2026-06-01T12:00:00Z')).toBe('2026-06-01T16:00:00.000Z');
    expect(at([], '2026-06-01T15:45:00Z')).toBe('2026-06-08T16:00:00.000Z');
  });
});

describe('the shifts of a meeting', () => {
  const berlin = weekly('Europe/Berlin', 1, '18:00');
  const newYork = weekly(NEW_YORK, 1, '18:00');
  const shifts = (pod: typeof berlin, zone: string, now: string) =>
    meetingShifts(pod, zone, new Date(now)).map(({ at, from, to }) => [at.toISOString().slice(0, 16), from, to]);

  // clocks change in New York on 2026-03-08 and 2026-11-01, in Berlin on 2026-03-29 and 2026-10-25
  it.each([
    [berlin, NEW_YORK, '2026-03-01T12:00:00Z', [['2026-03-09T17:00', '12:00', '13:00']]],
    [berlin, NEW_YORK, '2026-03-20T12:00:00Z', [['2026-03-30T16:00', '13:00', '12:00']]],
    [newYork, 'Europe/Berlin', '2026-03-01T12:00:00Z', [['2026-03-09T22:00', '00:00', '23:00']]],
    [newYork, 'Europe/Berlin', '2026-03-20T12:00:00Z', [['2026-03-30T22:00', '23:00', '00:00']]],
    // in autumn both changes fall into the same 15 days
    [
      berlin,
      NEW_YORK,
      '2026-10-20T12:00:00Z',
      [
        ['2026-10-26T17:00', '12:00', '13:00'],
        ['2026-11-02T17:00', '13:00', '12:00'],
      ],
    ],
    [berlin, NEW_YORK, '2026-11-01T12:00:00Z', [['2026-11-02T17:00', '13:00', '12:00']]],
    [newYork, 'Europe/Berlin', '2026-11-01T12:00:00Z', [['2026-11-02T23:00', '23:00', '00:00']]],
    // a zone whose clocks never change
    [berlin, 'Asia/Kolkata', '2026-03-20T12:00:00Z', [['2026-03-30T16:00', '22:30', '21:30']]],
  ])('of %j for %s from %s are %j', (pod, zone, now, expected) => expect(shifts(pod, zone, now)).toEqual(expected));

  it('are none in the zone of the pod, in a zone that changes with it, and far from any change', () => {
    for (const now of ['2026-03-01T12:00:00Z', '2026-03-20T12:00:00Z', '2026-10-20T12:00:00Z']) {
      expect(shifts(berlin, 'Europe/Berlin', now)).toEqual([]);
      expect(shifts(berlin, 'Europe/London', now)).toEqual([]);
    }
    expect(shifts(berlin, NEW_YORK, '2026-11-10T12:00:00Z')).toEqual([]);
  });

  it('leave out the meeting that begins now, and end after 15 days', () => {
    expect(shifts(berlin, NEW_YORK, '2026-03-09T16:59:59Z')).toHaveLength(1);
    expect(shifts(berlin, NEW_YORK, '2026-03-09T17:00:00Z')).toEqual([]);
    expect(shifts(berlin, NEW_YORK, '2026-03-15T15:59:59Z')).toEqual([]);
    expect(shifts(berlin, NEW_YORK, '2026-03-15T16:00:00Z')).toHaveLength(1);
  });
});
