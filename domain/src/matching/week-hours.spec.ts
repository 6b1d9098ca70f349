import fc from 'fast-check';
import { type AvailabilityWindow } from '../documents';
import { localDay, wallTime, weekdayOf } from '../time';
import { commonHours, hourOfWeek, nextHourBeginning, weekHours } from './week-hours';

const JUNE = '2026-06-01'; // a Monday
const window = (weekday: number, start: string, end: string): AvailabilityWindow => ({ weekday, start, end });

describe('hours of the UTC week', () => {
  it.each([
    ['UTC', [window(1, '18:00', '20:00')], [18, 19]],
    ['Europe/Berlin', [window(1, '18:00', '20:00')], [16, 17]],
    ['America/Los_Angeles', [window(7, '18:00', '20:00')], [1, 2]], // Sunday evening there is Monday in UTC
    ['Pacific/Auckland', [window(1, '08:00', '10:00')], [164, 165]], // Monday morning there is Sunday in UTC
    ['UTC', [window(3, '09:15', '11:45')], [58]], // only full hours
    ['UTC', [window(3, '09:15', '10:10')], []],
    ['UTC', [window(2, '23:00', '24:00')], [47]],
    ['Asia/Kolkata', [window(1, '18:00', '20:00')], [13]], // 12:30–14:30 UTC
    ['Asia/Kolkata', [window(1, '18:00', '19:00'), window(1, '19:00', '20:00')], [13]], // touching windows are one
    ['Asia/Kolkata', [window(1, '23:00', '24:00'), window(2, '00:00', '01:00')], [18]], // also across midnight
    ['Asia/Kathmandu', [window(7, '20:00', '24:00'), window(1, '00:00', '02:00')], [159, 160, 161, 162, 163]],
    ['UTC', [window(1, '10:00', '12:00'), window(1, '11:00', '13:00')], [10, 11, 12]], // overlapping count once
    ['UTC', [], []],
  ])('in %s, %j', (zone, availability, hours) => {
    expect(weekHours(availability, zone, JUNE)).toEqual(hours);
  });

  it('follow the clocks: a New York evening is an hour later in UTC in winter', () => {
    const evening = [window(1, '18:00', '20:00')];
    expect(weekHours(evening, 'America/New_York', '2026-07-06')).toEqual([22, 23]);
    expect(weekHours(evening, 'America/New_York', '2026-01-05')).toEqual([23, 24]);
  });

  it('do not depend on which day of the week is the reference', () => {
    const week = [window(1, '18:00', '20:00'), window(5, '07:00', '09:00')];
    for (const day of ['2026-06-01', '2026-06-03', '2026-06-06', '2026-06-07'])
      expect(weekHours(week, 'Europe/Berlin', day)).toEqual([16, 17, 101, 102]);
  });

  it('lie inside the windows, in any zone and week', () => {
    const windows = fc.record({
      weekday: fc.integer({ min: 1, max: 7 }),
      from: fc.integer({ min: 0, max: 90 }),
      quarters: fc.integer({ min: 1, max: 20 }),
    });
    const clock = (quarter: number) =>
      `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;
    fc.assert(
      fc.property(
        fc.array(windows, { maxLength: 4 }),
        fc.constantFrom('Asia/Kolkata', 'America/St_Johns', 'Pacific/Auckland', 'Europe/Berlin', 'Pacific/Kiritimati'),
        fc.constantFrom('2026-06-01', '2026-01-14', '2026-09-02'),
        (parts, zone, day) => {
          const availability = parts.map(({ weekday, from, quarters }) =>
            window(weekday, clock(from), clock(Math.min(96, from + quarters))),
          );
          for (const hour of weekHours(availability, zone, day)) {
            const start = nextHourBeginning([hour], new Date(`${day}T00:00:00Z`)) as Date;
            const at = { weekday: weekdayOf(localDay(start, zone)), time: wallTime(start, zone) };
            const isInside = ({ weekday, start: from, end }: AvailabilityWindow) =>
              weekday === at.weekday && from <= at.time && at.time < end;
            expect(availability.some(isInside)).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('begin on Monday 00:00 UTC', () => {
    expect(hourOfWeek(new Date('2026-06-01T00:59:59Z'))).toBe(0);
    expect(hourOfWeek(new Date('2026-05-31T23:00:00Z'))).toBe(167);
    expect(hourOfWeek(new Date('1969-12-31T23:00:00Z'))).toBe(71); // a Wednesday, before the epoch
  });
});

describe('the next of some hours', () => {
  it('is now when one begins now, and a week away when it has just begun', () => {
    expect(nextHourBeginning([16], new Date('2026-06-01T16:00:00Z'))).toEqual(new Date('2026-06-01T16:00:00Z'));
    expect(nextHourBeginning([16], new Date('2026-06-01T16:00:01Z'))).toEqual(new Date('2026-06-08T16:00:00Z'));
  });

  it('is none without hours', () => expect(nextHourBeginning([], new Date('2026-06-01T16:00:00Z'))).toBeNull());
});

it('common hours are those of everybody, ascending', () => {
  expect(commonHours([{ hours: [9, 3, 5] }, { hours: [5, 9, 9] }])).toEqual([5, 9]);
  expect(commonHours([])).toEqual([]);
});
