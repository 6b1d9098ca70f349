import { aRequest } from './example-requests';
import { meetingTime, podZone } from './meeting-time';

const NOW = new Date('2026-06-01T12:00:00Z'); // a Monday

describe('the zone of a pod', () => {
  const living = (...zones: string[]) => zones.map((timeZone, n) => aRequest({ memberId: `m${n}`, timeZone }));

  it('is where most live', () =>
    expect(podZone(living('Asia/Tokyo', 'Europe/Berlin', 'Europe/Berlin'))).toBe('Europe/Berlin'));

  it('is that of the first when all live elsewhere', () =>
    expect(podZone(living('Asia/Tokyo', 'Europe/Berlin'))).toBe('Asia/Tokyo'));
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
