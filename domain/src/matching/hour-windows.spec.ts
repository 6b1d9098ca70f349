import fc from 'fast-check';
import { localDay } from '../time';
import { hourWindows } from './hour-windows';
import { weekHours } from './week-hours';

const TUESDAY = new Date('2026-06-02T12:00:00Z');

describe('hours of the UTC week as windows of a plan', () => {
  it.each([
    ['UTC', { from: 42, until: 44 }, [{ weekday: 2, start: '18:00', end: '20:00' }]],
    ['Europe/Berlin', { from: 40, until: 42 }, [{ weekday: 2, start: '18:00', end: '20:00' }]],
    ['Asia/Kolkata', { from: 36, until: 38 }, [{ weekday: 2, start: '17:30', end: '19:30' }]],
    ['America/Los_Angeles', { from: 1, until: 3 }, [{ weekday: 7, start: '18:00', end: '20:00' }]],
    ['UTC', { from: 166, until: 168 }, [{ weekday: 7, start: '22:00', end: '24:00' }]],
  ])('in %s, %j', (zone, range, windows) => expect(hourWindows(range, zone, TUESDAY)).toEqual(windows));

  it('are parted by midnight', () =>
    expect(hourWindows({ from: 21, until: 24 }, 'Europe/Berlin', TUESDAY)).toEqual([
      { weekday: 1, start: '23:00', end: '24:00' },
      { weekday: 2, start: '00:00', end: '02:00' },
    ]));

  it('follow the clocks of the coming week', () => {
    const beforeTheChange = new Date('2026-10-24T12:00:00Z'); // Berlin goes back on the 25th
    expect(hourWindows({ from: 40, until: 42 }, 'Europe/Berlin', beforeTheChange)).toEqual([
      { weekday: 2, start: '17:00', end: '19:00' },
    ]);
  });

  it('are none where the clock shows the hour twice', () =>
    expect(hourWindows({ from: 144, until: 145 }, 'Europe/Berlin', new Date('2026-10-24T12:00:00Z'))).toEqual([]));

  it('give the hours back, in any zone and week without a clock change', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 167 }),
        fc.integer({ min: 1, max: 8 }),
        fc.constantFrom('Asia/Kolkata', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Kiritimati', 'Europe/Berlin'),
        fc.integer({ min: 0, max: 13 * 24 }),
        (from, length, zone, later) => {
          const until = Math.min(168, from + length);
          const now = new Date(TUESDAY.getTime() + later * 3_600_000);
          const hours = weekHours(hourWindows({ from, until }, zone, now), zone, localDay(now, zone));
          expect(hours).toEqual(Array.from({ length: until - from }, (_, step) => from + step));
        },
      ),
    ));
});
