import { type AvailabilityWindow } from '../../documents';
import { burdensFrom } from './burden';
import { INCONVENIENCE, strainOf } from './inconvenience';

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const daily = (start: string, end: string): AvailabilityWindow[] =>
  EVERY_DAY.map((weekday) => ({ weekday, start, end }));
const ana = (availability: AvailabilityWindow[] = []) => ({ id: 'ana', timeZone: 'Europe/Berlin', availability });
/** A Wednesday in winter, at a time in Berlin. */
const berlin = (time: string) => new Date(`2026-11-25T${time}:00+01:00`);

describe('how a time suits somebody', () => {
  it.each([
    ['05:59', 50, 'night'],
    ['06:00', 50, 'early'],
    ['07:59', 50, 'early'],
    ['08:00', 50, 'good'],
    ['20:10', 50, 'good'],
    ['20:10', 51, 'late'], // its end counts as much as its start
    ['21:00', 50, 'late'],
    ['22:30', 50, 'night'],
    ['23:30', 30, 'night'],
    ['23:50', 120, 'night'], // into the day after
    ['00:00', 15, 'night'],
  ] as const)('at %s for %d minutes: %s', (time, minutes, comfort) => {
    expect(strainOf(berlin(time), minutes, ana())).toEqual({
      comfort,
      points: INCONVENIENCE[comfort],
      burden: INCONVENIENCE[comfort],
    });
  });

  it.each([
    ['18:00', daily('18:00', '19:00'), 'good'],
    ['18:10', daily('18:00', '19:00'), 'good'],
    ['18:11', daily('18:00', '19:00'), 'outside-hours'],
    ['18:30', [...daily('18:00', '19:00'), ...daily('19:00', '20:00')], 'good'], // windows that touch are one
    ['18:30', [...daily('18:00', '19:00'), ...daily('19:01', '20:00')], 'outside-hours'],
    ['12:00', [{ weekday: 3, start: '12:00', end: '13:00' }], 'good'],
    ['12:00', [{ weekday: 4, start: '12:00', end: '13:00' }], 'outside-hours'],
  ] as const)('at %s for 50 minutes with the hours %j: %s', (time, hours, comfort) =>
    expect(strainOf(berlin(time), 50, ana([...hours])).comfort).toBe(comfort),
  );

  it('goes on over midnight and over the end of the week', () => {
    const sunday = new Date('2026-11-29T23:45:00+01:00');
    const whole = [
      { weekday: 7, start: '23:00', end: '24:00' },
      { weekday: 1, start: '00:00', end: '01:00' },
    ];
    const { points, burden } = strainOf(sunday, 50, ana(whole));
    expect(points).toBe(burden);
    expect(strainOf(sunday, 50, ana(whole.slice(0, 1))).points).toBe(burden + INCONVENIENCE['outside-hours']);
  });

  it('costs a night more than any other hour that they did not name, and that more than nothing', () => {
    const { night, early, late, good, 'outside-hours': outside } = INCONVENIENCE;
    expect(night).toBeGreaterThan(3 * (Math.max(early, late) + outside));
    expect(Math.min(early, late)).toBeGreaterThan(2 * outside);
    expect(outside).toBeGreaterThan(good);
    expect(early).toBe(late);
  });
});

describe('what somebody carried', () => {
  const now = new Date('2026-11-25T12:00:00Z');
  const members = [
    { id: 'ana', timeZone: 'Europe/Berlin' },
    { id: 'ben', timeZone: 'America/New_York' },
  ];
  const met = (startsAt: string, joinedIds = ['ana', 'ben'], state = 'done' as const) => ({
    startsAt: new Date(startsAt),
    minutes: 50,
    state,
    joinedIds,
  });

  it('is the sum of early and late meetings that they came to in the last twelve weeks', () => {
    const sessions = [
      met('2026-11-23T20:30:00Z'), // 21:30 in Berlin, afternoon in New York
      met('2026-11-16T11:30:00Z'), // 06:30 in New York
      met('2026-11-09T20:30:00Z', ['ben']),
      met('2026-08-03T20:30:00Z'), // long ago
    ];
    expect(burdensFrom(sessions, members, now)).toEqual({ ana: 30, ben: 30 });
  });

  it('counts no session that did not take place', () => {
    const off = { ...met('2026-11-23T20:30:00Z'), state: 'cancelled' as const };
    expect(burdensFrom([off], members, now)).toEqual({ ana: 0, ben: 0 });
  });
});
