import { aRequest } from './example-requests';
import { MATCHING_WEIGHTS, offsetHours, scoreOf, whyOf } from './scoring';

const JUNE = new Date('2026-06-01T12:00:00Z');
const offsetOf = (zone: string) => offsetHours(zone, JUNE);

describe('the score of a group', () => {
  it('shares out exactly one', () => {
    expect(Object.values(MATCHING_WEIGHTS).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    expect(scoreOf({ sharedHours: 1, zone: 1, experience: 1, goal: 1 })).toBeCloseTo(1, 12);
    expect(scoreOf({ sharedHours: 0, zone: 0, experience: 0, goal: 0 })).toBe(0);
  });

  it('is as good as the worst pair', () => {
    const why = whyOf(
      [
        aRequest({ memberId: 'ana', experience: 1, timeZone: 'Europe/Berlin', hours: [1, 2, 3, 4] }),
        aRequest({ memberId: 'ben', experience: 2, timeZone: 'Europe/London', hours: [1, 2, 3] }),
        aRequest({ memberId: 'cem', experience: 5, timeZone: 'Asia/Kolkata', hours: [2, 3, 4] }),
      ],
      offsetOf,
    );
    expect(why).toEqual({ sharedHours: 0.2, zone: 1 - 4.5 / 12, experience: 0, goal: 1 });
  });

  it('counts hours only up to plenty', () => {
    const hours = Array.from({ length: 40 }, (_, hour) => hour);
    expect(whyOf([aRequest({ memberId: 'ana', hours }), aRequest({ memberId: 'ben', hours })], offsetOf)).toEqual({
      sharedHours: 1,
      zone: 1,
      experience: 1,
      goal: 1,
    });
  });

  it('measures zones by the time of day, not by the date', () => {
    const zoneOf = (a: string, b: string) =>
      whyOf([aRequest({ memberId: 'ana', timeZone: a }), aRequest({ memberId: 'ben', timeZone: b })], offsetOf).zone;
    expect(zoneOf('Pacific/Kiritimati', 'Pacific/Honolulu')).toBe(1); // +14 and −10
    expect(zoneOf('UTC', 'Pacific/Auckland')).toBe(0); // +12 in June
  });
});

it.each([
  ['UTC', 0],
  ['Asia/Kathmandu', 5.75],
  ['America/St_Johns', -2.5],
  ['America/New_York', -4],
  ['Pacific/Kiritimati', 14],
])('%s is %d h ahead of UTC in June', (zone, hours) => expect(offsetHours(zone, JUNE)).toBe(hours));
