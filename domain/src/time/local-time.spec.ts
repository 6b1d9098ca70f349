import fc from 'fast-check';
import { addDays, daysBetween, instantAt, localDay, wallTime, weekdayOf, weekMinute } from './index';

const iso = (date: Date) => date.toISOString().replace(':00.000Z', 'Z');

describe('a local time that the clocks skip', () => {
  it.each([
    ['Europe/Berlin', '2026-03-29', '02:30', '2026-03-29T01:00Z'],
    ['Europe/Berlin', '2026-03-29', '02:00', '2026-03-29T01:00Z'],
    ['America/New_York', '2026-03-08', '02:59', '2026-03-08T07:00Z'],
    ['Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:30Z'], // 30 minutes
    ['America/St_Johns', '2026-03-08', '02:30', '2026-03-08T05:30Z'],
    ['Africa/Casablanca', '2026-03-22', '02:30', '2026-03-22T02:00Z'], // Ramadan ends
    ['Africa/Cairo', '2026-04-24', '00:30', '2026-04-23T22:00Z'], // at midnight
    ['America/Santiago', '2026-09-06', '00:00', '2026-09-06T04:00Z'],
    ['America/Havana', '2026-03-08', '00:20', '2026-03-08T05:00Z'],
    ['Asia/Beirut', '2026-03-29', '00:00', '2026-03-28T22:00Z'],
    ['Pacific/Apia', '2011-12-30', '10:00', '2011-12-30T10:00Z'], // a whole day, at the date line
    ['Antarctica/Troll', '2026-03-29', '01:30', '2026-03-29T01:00Z'], // two hours
  ])('in %s, %s %s, is the first instant after, on either side', (zone, day, time, expected) => {
    expect(iso(instantAt(day, time, zone, 'start'))).toBe(expected);
    expect(iso(instantAt(day, time, zone, 'deadline'))).toBe(expected);
  });
});

describe('a local time that comes twice', () => {
  it.each([
    ['Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T00:30Z', '2026-10-25T01:30Z'],
    ['Europe/Berlin', '2026-10-25', '02:00', '2026-10-25T00:00Z', '2026-10-25T01:00Z'],
    ['America/New_York', '2026-11-01', '01:30', '2026-11-01T05:30Z', '2026-11-01T06:30Z'],
    ['Australia/Lord_Howe', '2026-04-05', '01:45', '2026-04-04T14:45Z', '2026-04-04T15:15Z'],
    ['America/St_Johns', '2026-11-01', '01:10', '2026-11-01T03:40Z', '2026-11-01T04:40Z'],
    ['Africa/Casablanca', '2026-02-15', '02:30', '2026-02-15T01:30Z', '2026-02-15T02:30Z'], // Ramadan begins
    ['America/Havana', '2026-11-01', '00:00', '2026-11-01T04:00Z', '2026-11-01T05:00Z'],
    ['America/Santiago', '2026-04-04', '23:30', '2026-04-05T02:30Z', '2026-04-05T03:30Z'],
    ['Asia/Beirut', '2026-10-24', '23:15', '2026-10-24T20:15Z', '2026-10-24T21:15Z'],
    ['Antarctica/Troll', '2026-10-25', '01:30', '2026-10-24T23:30Z', '2026-10-25T01:30Z'],
  ])('in %s, %s %s, is the earlier for a start, the later for a deadline', (zone, day, time, start, deadline) => {
    expect(iso(instantAt(day, time, zone, 'start'))).toBe(start);
    expect(iso(instantAt(day, time, zone, 'deadline'))).toBe(deadline);
  });
});

describe('a local time like any other', () => {
  it.each([
    ['Asia/Kathmandu', '2026-06-01', '06:00', '2026-06-01T00:15Z'],
    ['Pacific/Kiritimati', '2026-01-01', '00:00', '2025-12-31T10:00Z'],
    ['Pacific/Auckland', '2026-07-01', '18:00', '2026-07-01T06:00Z'],
    ['Europe/Berlin', '2026-03-29', '03:00', '2026-03-29T01:00Z'], // the end of a gap exists
    ['UTC', '2028-02-29', '23:59', '2028-02-29T23:59Z'],
  ])('in %s, %s %s, is one instant', (zone, day, time, expected) => {
    expect(iso(instantAt(day, time, zone, 'start'))).toBe(expected);
    expect(iso(instantAt(day, time, zone, 'deadline'))).toBe(expected);
  });

  it.each([
    ['2026-02-30', '10:00', 'UTC'],
    ['2026-02-20', '25:00', 'UTC'],
    ['2026-02-20', '10:00', 'Mars/Olympus_Mons'],
  ])('is refused when it cannot be read: %s %s %s', (day, time, zone) => {
    expect(() => instantAt(day, time, zone, 'start')).toThrow(RangeError);
  });
});

describe('the member’s day', () => {
  it.each([
    ['2026-05-05T21:59:00Z', 'Europe/Berlin', '00:00', '2026-05-05'],
    ['2026-05-05T22:00:00Z', 'Europe/Berlin', '00:00', '2026-05-06'],
    ['2026-05-06T01:59:59Z', 'Europe/Berlin', '04:00', '2026-05-05'], // 03:59 is still yesterday
    ['2026-05-06T02:00:00Z', 'Europe/Berlin', '04:00', '2026-05-06'],
    ['2026-03-29T00:59:59Z', 'Europe/Berlin', '02:30', '2026-03-28'], // 02:30 does not exist:
    ['2026-03-29T01:00:00Z', 'Europe/Berlin', '02:30', '2026-03-29'], // the day begins at 03:00
    ['2026-10-25T00:29:59Z', 'Europe/Berlin', '02:30', '2026-10-24'], // 02:30 comes twice:
    ['2026-10-25T00:30:00Z', 'Europe/Berlin', '02:30', '2026-10-25'], // the day begins at the first
    ['2026-10-25T01:15:00Z', 'Europe/Berlin', '02:30', '2026-10-25'], // and goes on when clocks show 02:15 again
    ['2011-12-30T09:59:59Z', 'Pacific/Apia', '00:00', '2011-12-29'],
    ['2011-12-30T10:00:00Z', 'Pacific/Apia', '00:00', '2011-12-31'], // nobody there had a 30th
    ['2010-11-07T02:45:00Z', 'America/St_Johns', '00:00', '2010-11-07'], // 00:01 went back to 23:01
  ])('at %s in %s with days from %s is %s', (instant, zone, dayStart, expected) => {
    expect(localDay(new Date(instant), zone, dayStart)).toBe(expected);
  });

  it('begins at midnight unless said otherwise', () => {
    const instant = new Date('2026-05-05T22:00:00Z');
    expect(localDay(instant, 'Europe/Berlin')).toBe(localDay(instant, 'Europe/Berlin', '00:00'));
  });

  const zones = ['Europe/Berlin', 'America/Havana', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Pacific/Auckland'];
  it('has begun and has not ended, at any instant, zone and day start', () => {
    const minutes = fc.integer({ min: Date.UTC(2024, 0) / 60_000, max: Date.UTC(2029, 0) / 60_000 });
    const dayStarts = fc.constantFrom('00:00', '00:30', '02:00', '02:30', '04:00', '23:30');
    fc.assert(
      fc.property(minutes, fc.constantFrom(...zones), dayStarts, (minute, zone, dayStart) => {
        const instant = new Date(minute * 60_000);
        const day = localDay(instant, zone, dayStart);
        expect(instantAt(day, dayStart, zone, 'start').getTime()).toBeLessThanOrEqual(instant.getTime());
        expect(instantAt(addDays(day, 1), dayStart, zone, 'start').getTime()).toBeGreaterThan(instant.getTime());
      }),
      { numRuns: 300 },
    );
  });
});

describe('the wall clock', () => {
  it.each([
    ['2026-03-29T00:59:59Z', 'Europe/Berlin', '01:59'],
    ['2026-03-29T01:00:00Z', 'Europe/Berlin', '03:00'],
    ['2026-01-01T00:00:00Z', 'Asia/Kathmandu', '05:45'],
    ['2026-01-01T00:00:00Z', 'UTC', '00:00'],
  ])('at %s in %s shows %s', (instant, zone, expected) => {
    expect(wallTime(new Date(instant), zone)).toBe(expected);
  });
});

describe('the minute of the week', () => {
  it.each([
    ['2026-03-30T00:00:00Z', 'UTC', 0],
    ['2026-03-29T21:59:59Z', 'Europe/Berlin', 10_079],
    ['2026-03-29T22:00:00Z', 'Europe/Berlin', 0],
    ['2026-03-29T01:00:00Z', 'Europe/Berlin', 6 * 1440 + 180], // 02:00 to 03:00 is skipped
    ['2026-04-01T00:00:00Z', 'Asia/Kathmandu', 2 * 1440 + 345],
  ])('at %s in %s is %d', (instant, zone, expected) => expect(weekMinute(new Date(instant), zone)).toBe(expected));
});

describe('days of the calendar', () => {
  it('count over month ends, leap days and years, whatever the clocks do', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-29', -1)).toBe('2026-03-28');
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2);
    expect(daysBetween('2026-01-01', '2027-01-01')).toBe(365);
  });

  it('know their ISO weekday', () => {
    expect(weekdayOf('2026-11-23')).toBe(1);
    expect(weekdayOf('2026-11-29')).toBe(7);
  });
});
