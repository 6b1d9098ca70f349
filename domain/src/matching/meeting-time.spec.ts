import { aRequest } from './example-requests';
import { meetingHours, meetingTime, podZone } from './meeting-time';

const NOW = new Date('2026-06-01T12:00:00Z'); // a Monday

describe('the zone of a pod', () => {
  const living = (...zones: string[]) => zones.map((timeZone, n) => aRequest({ memberId: `m${n}`, timeZone }));

  it('is where most live', () =>
    expect(podZone(living('Asia/Tokyo', 'Europe/Berlin', 'Europe/Berlin'))).toBe('Europe/Berlin'));

  it('is that of whoever waited longest when all live elsewhere', () =>
    expect(
      podZone([
        aRequest({ memberId: 'a', timeZone: 'Europe/Berlin' }),
        aRequest({ memberId: 'b', timeZone: 'Asia/Tokyo', waitingSince: new Date('2026-05-30T12:00:00Z') }),
      ]),
    ).toBe('Asia/Tokyo'));
});

describe('the hours of a meeting', () => {
  const monday = (time: string, minutes = 50) => ({
    meeting: { weekday: 1, time, minutes },
    timeZone: 'Europe/Berlin',
  });
  it.each([
    ['18:00', 50, '2026-06-01T12:00:00Z', [16]],
    ['18:30', 50, '2026-06-01T12:00:00Z', [16, 17]],
    ['18:00', 60, '2026-06-01T12:00:00Z', [16]],
    ['00:30', 20, '2026-06-01T12:00:00Z', [166]],
    // The meeting of today is over, and before the next one the clocks change.
    ['18:00', 50, '2026-10-19T17:00:00Z', [17]],
  ])('at %s for %i minutes, after %s, are %j', (time, minutes, now, hours) =>
    expect(meetingHours(monday(time, minutes), new Date(now))).toEqual(hours),
  );
});

describe('the weekly meeting', () => {
  const ana = aRequest({ memberId: 'ana', timeZone: 'Europe/Berlin' });
  const ben = aRequest({ memberId: 'ben', timeZone: 'America/New_York' });

  it('is the shared hour nearest to 18:00', () =>
    expect(meetingTime([ana], [5, 16, 20], 'Europe/Berlin', NOW)).toEqual({ weekday: 1, time: '18:00', minutes: 50 }));

  it('is the least unpleasant hour for whoever it suits worst', () =>
    // 08:00, 16:00 and 22:00 UTC: Berlin 10, 18 and 0 o'clock, New York 4, 12 and 18 o'clock
    expect(meetingTime([ana, ben], [32, 40, 46], 'Europe/Berlin', NOW)).toMatchObject({ weekday: 2, time: '18:00' }));

  it('falls on the weekday of the zone, not of UTC', () =>
    expect(meetingTime([ben], [24], 'America/New_York', NOW)).toMatchObject({ weekday: 1, time: '20:00' }));

  it('needs an hour', () => expect(() => meetingTime([ana], [], 'Europe/Berlin', NOW)).toThrow(RangeError));
});
