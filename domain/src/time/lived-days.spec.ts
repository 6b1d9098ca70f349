import fc from 'fast-check';
import { addDays, type DayMove, type LivedDay, livedDays } from './index';

const HOUR = 3_600_000;
const hours = ({ openAt, dueAt }: LivedDay): number => (dueAt.getTime() - openAt.getTime()) / HOUR;
const iso = (date: Date): string => date.toISOString().replace(':00.000Z', 'Z');
const to = (at: string, zone: string): DayMove => ({ at: new Date(at), zone });
const days = (zone: string, start: string, count: number, moves: DayMove[] = [], dayStart = '00:00') =>
  livedDays({ zone, dayStart, start, count, moves });
const told = (lived: readonly LivedDay[]) =>
  lived.map((day) => `${day.label} ${iso(day.openAt)} ${iso(day.dueAt)} ${hours(day)} h`);

describe('days at home', () => {
  it.each([
    ['Europe/Berlin', '04:00', '2026-03-28', [23, 24]],
    ['Europe/Berlin', '00:00', '2026-03-28', [24, 23]],
    ['Europe/Berlin', '00:00', '2026-10-25', [25, 24]],
    ['Australia/Lord_Howe', '00:00', '2026-10-04', [23.5, 24]],
    ['Antarctica/Troll', '00:00', '2026-03-29', [22, 24]],
    // 02:30 is skipped on the 29th: the day before ends, and this one begins, at 03:00.
    ['Europe/Berlin', '02:30', '2026-03-28', [23.5, 23.5]],
    // 02:30 comes twice on the 25th: a deadline is the later one, a start the earlier.
    ['Europe/Berlin', '02:30', '2026-10-24', [25, 25]],
    ['Africa/Cairo', '00:00', '2026-04-23', [24, 23]], // clocks go forward at midnight
  ])('in %s from %s, on %s and after, have %j hours', (zone, dayStart, start, expected) => {
    expect(days(zone, start, 2, [], dayStart).map(hours)).toEqual(expected);
  });

  it('leave out a date that the whole zone skipped', () => {
    expect(told(days('Pacific/Apia', '2011-12-29', 3))).toEqual([
      '2011-12-29 2011-12-29T10:00Z 2011-12-30T10:00Z 24 h',
      '2011-12-31 2011-12-30T10:00Z 2011-12-31T10:00Z 24 h',
    ]);
    expect(days('Pacific/Apia', '2011-12-29', 3)[1]?.merged).toEqual(['2011-12-30']);
  });
});

describe('a traveller’s days', () => {
  it.each<[string, string, DayMove[], string[]]>([
    [
      'going west, the running day gets longer',
      'Europe/Berlin',
      [to('2026-06-01T13:00:00Z', 'America/New_York')],
      ['2026-06-01 2026-05-31T22:00Z 2026-06-02T04:00Z 30 h', '2026-06-02 2026-06-02T04:00Z 2026-06-03T04:00Z 24 h'],
    ],
    [
      'going east, it stays, and the next is shorter',
      'Europe/Berlin',
      [to('2026-06-01T13:00:00Z', 'Asia/Tokyo')],
      ['2026-06-01 2026-05-31T22:00Z 2026-06-01T22:00Z 24 h', '2026-06-02 2026-06-01T22:00Z 2026-06-02T15:00Z 17 h'],
    ],
    [
      'when it is another date there already',
      'Europe/Berlin',
      [to('2026-06-01T17:00:00Z', 'Asia/Tokyo')],
      ['2026-06-01 2026-05-31T22:00Z 2026-06-01T22:00Z 24 h', '2026-06-02 2026-06-01T22:00Z 2026-06-02T15:00Z 17 h'],
    ],
    [
      'a further move in 7 days ends it at the earlier',
      'Asia/Tokyo',
      [to('2026-06-01T02:00:00Z', 'Europe/Berlin'), to('2026-06-02T12:00:00Z', 'America/New_York')],
      ['2026-06-01 2026-05-31T15:00Z 2026-06-01T22:00Z 31 h', '2026-06-02 2026-06-01T22:00Z 2026-06-02T22:00Z 24 h'],
    ],
    [
      'a further move east ends it at the earlier, too',
      'Asia/Tokyo',
      [to('2026-06-01T02:00:00Z', 'Europe/Berlin'), to('2026-06-02T12:00:00Z', 'Asia/Tokyo')],
      ['2026-06-01 2026-05-31T15:00Z 2026-06-01T22:00Z 31 h', '2026-06-02 2026-06-01T22:00Z 2026-06-02T15:00Z 17 h'],
    ],
    [
      'a stop on the way is a further move',
      'Europe/Berlin',
      [to('2026-06-01T08:00:00Z', 'Europe/London'), to('2026-06-01T15:00:00Z', 'America/New_York')],
      ['2026-06-01 2026-05-31T22:00Z 2026-06-01T23:00Z 25 h', '2026-06-02 2026-06-01T23:00Z 2026-06-03T04:00Z 29 h'],
    ],
    [
      'a remnant of 3 hours goes up in the next day',
      'America/Los_Angeles',
      [to('2026-01-01T20:00:00Z', 'Pacific/Auckland')],
      ['2026-01-01 2026-01-01T08:00Z 2026-01-02T08:00Z 24 h', '2026-01-03 2026-01-02T08:00Z 2026-01-03T11:00Z 27 h'],
    ],
    [
      'a remnant of 12 hours is a day',
      'Europe/Berlin',
      [to('2026-01-01T08:00:00Z', 'Pacific/Auckland')],
      ['2026-01-01 2025-12-31T23:00Z 2026-01-01T23:00Z 24 h', '2026-01-02 2026-01-01T23:00Z 2026-01-02T11:00Z 12 h'],
    ],
    [
      'over the date line to the east, no date comes twice',
      'Pacific/Auckland',
      [to('2026-01-02T00:00:00Z', 'America/Los_Angeles')],
      ['2026-01-01 2025-12-31T11:00Z 2026-01-01T11:00Z 24 h', '2026-01-02 2026-01-01T11:00Z 2026-01-03T08:00Z 45 h'],
    ],
    [
      'over it to the west, a date may have no hours left at all',
      'Pacific/Pago_Pago',
      [to('2026-01-01T12:00:00Z', 'Pacific/Kiritimati')],
      ['2026-01-01 2026-01-01T11:00Z 2026-01-02T11:00Z 24 h', '2026-01-03 2026-01-02T11:00Z 2026-01-03T10:00Z 23 h'],
    ],
  ])('%s', (_, zone, moves, expected) => {
    const start = expected[0]!.slice(0, 10);
    expect(told(days(zone, start, 4, moves)).slice(0, 2)).toEqual(expected);
  });

  it('end at the later again when 7 days are over', () => {
    const moves = (secondAt: string) => [to('2026-06-01T12:00:00Z', 'Europe/London'), to(secondAt, 'America/New_York')];
    const lengthOfEighth = (secondAt: string) => hours(days('Europe/Berlin', '2026-06-01', 9, moves(secondAt))[7]!);
    expect(lengthOfEighth('2026-06-08T11:59:59Z')).toBe(24);
    expect(lengthOfEighth('2026-06-08T12:00:00Z')).toBe(29);
  });

  it('follow a move from the first day when it came before', () => {
    expect(told(days('Europe/Berlin', '2026-06-01', 1, [to('2026-05-20T12:00:00Z', 'Asia/Tokyo')]))).toEqual([
      '2026-06-01 2026-05-31T15:00Z 2026-06-01T15:00Z 24 h',
    ]);
  });

  it('are the same where a move names the zone they follow', () => {
    const stayed = [to('2026-06-01T12:00:00Z', 'Europe/Berlin'), to('2026-06-02T12:00:00Z', 'America/New_York')];
    expect(days('Europe/Berlin', '2026-06-01', 5, stayed)).toEqual(
      days('Europe/Berlin', '2026-06-01', 5, stayed.slice(1)),
    );
  });

  it('last to the end of the next date when the remnant is the last of all', () => {
    const last = days('America/Los_Angeles', '2026-01-01', 2, [to('2026-01-01T20:00:00Z', 'Pacific/Auckland')]);
    expect(told(last)[1]).toBe('2026-01-02 2026-01-02T08:00Z 2026-01-03T11:00Z 27 h');
  });

  it('have neither gap nor overlap, 12 hours at least, and no date twice, wherever somebody flies', () => {
    const zones = ['Europe/Berlin', 'America/New_York', 'Pacific/Auckland', 'Pacific/Pago_Pago', 'Pacific/Kiritimati'];
    const move = fc.record({
      at: fc.integer({ min: 0, max: 20 * 24 }).map((hour) => new Date(Date.UTC(2026, 2, 20, hour))),
      zone: fc.constantFrom(...zones),
    });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 8 }), fc.constantFrom('00:00', '04:00'), (moves, dayStart) => {
        const lived = days('Europe/Berlin', '2026-03-20', 24, moves, dayStart);
        lived.forEach((day, n) => {
          expect(hours(day)).toBeGreaterThanOrEqual(12);
          const next = lived[n + 1];
          if (!next) return;
          expect(next.openAt).toEqual(day.dueAt);
          expect([next.merged[0] ?? next.label, next.label > day.label]).toEqual([addDays(day.label, 1), true]);
        });
        expect(lived.at(-1)!.label).toBe('2026-04-12');
      }),
      { numRuns: 300 },
    );
  });
});

describe('another start of the day', () => {
  const change = (at: string, dayStart: string) =>
    told(days('UTC', '2026-06-01', 2, [{ at: new Date(at), dayStart }], '04:00'));

  it('ends the running day earlier at once', () =>
    expect(change('2026-06-01T12:00:00Z', '02:00')).toEqual([
      '2026-06-01 2026-06-01T04:00Z 2026-06-02T02:00Z 22 h',
      '2026-06-02 2026-06-02T02:00Z 2026-06-03T02:00Z 24 h',
    ]));

  it('counts from the next day when it is later', () =>
    expect(change('2026-06-01T12:00:00Z', '06:00')).toEqual([
      '2026-06-01 2026-06-01T04:00Z 2026-06-02T04:00Z 24 h',
      '2026-06-02 2026-06-02T04:00Z 2026-06-03T06:00Z 26 h',
    ]));

  it.each([
    ['2026-06-01T22:00:00Z', 22],
    ['2026-06-01T22:00:01Z', 24],
  ])('leaves a day alone that has less than 6 hours left: at %s it has %d hours', (at, expected) =>
    expect(change(at, '02:00')[0]).toMatch(new RegExp(` ${expected} h$`)),
  );
});
