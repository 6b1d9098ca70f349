import { aCandidate, aWhy } from './example-requests';
import { MATCHING_WEIGHTS, PLACED } from './matching-weights';
import { offsetMinutes, scoreGroup, scoreOf, whyOf } from './scoring';

const JUNE = new Date('2026-06-01T12:00:00Z');
const whyIn = (...group: Parameters<typeof aCandidate>[0][]) =>
  whyOf(group.map(aCandidate), { now: JUNE, offsetOf: (zone) => offsetMinutes(zone, JUNE) });

describe('the score of a group', () => {
  it('is per member what being placed is worth, and what fits', () => {
    const nothing = aWhy({ sharedHours: 0, goal: 0, experience: 0, style: 0, zone: 0, size: 0 });
    expect(scoreOf(nothing, 3)).toBe(3 * PLACED);
    expect(scoreOf({ ...nothing, style: 1 }, 3)).toBeCloseTo(3 * (PLACED + MATCHING_WEIGHTS.style), 12);
  });

  it('never lets fit in three outweigh a place for a fourth', () => {
    const { waiting: _, ...fit } = MATCHING_WEIGHTS;
    const all = Object.values(fit).reduce((sum, weight) => sum + weight, 0);
    expect(all).toBeCloseTo(0.25, 12);
    expect(3 * all).toBeLessThanOrEqual(PLACED + 1e-12);
  });

  it('is as good as the worst pair', () =>
    expect(
      whyIn(
        {
          id: 'ana',
          experience: 1,
          zone: 'Europe/Berlin',
          hours: [1, 2, 3, 4],
          styles: ['direct'],
          focus: 'strength',
          favourites: ['ben'],
        },
        {
          id: 'ben',
          experience: 2,
          zone: 'Europe/London',
          hours: [1, 2, 3, 4],
          styles: ['direct'],
          favourites: ['ana'],
        },
        {
          id: 'cem',
          experience: 5,
          zone: 'Asia/Kolkata',
          hours: [2, 3, 4, 9],
          styles: ['relaxed'],
          focus: 'endurance',
        },
      ),
    ).toEqual({
      sharedHours: 0.5,
      goal: 0,
      experience: 0,
      style: 0,
      zone: 1 - 4.5 / 12,
      size: 1,
      company: 2 / 3,
      waiting: 0,
    }));

  it('tells nobody who would like to meet them again, unless they would, too', () => {
    const hours = [1, 2];
    const ben = { id: 'ben', hours };
    expect(whyIn({ id: 'ana', hours, favourites: ['ben'] }, ben).company).toBe(0);
    expect(whyIn({ id: 'ana', hours, favourites: ['ben'] }, { ...ben, favourites: ['ana'] }).company).toBe(1);
  });

  it('counts hours only up to six, and what somebody keeps open as shared', () => {
    const hours = Array.from({ length: 40 }, (_, hour) => hour);
    const open = { hours, styles: [], focus: null };
    const why = whyIn({ ...open, id: 'ana' }, { id: 'ben', hours, styles: ['direct'], focus: 'strength' });
    expect(why).toMatchObject({ sharedHours: 1, goal: 1, style: 1, experience: 1, zone: 1 });
  });

  it('counts the wait of each, up to three days', () => {
    const ago = (hours: number) => new Date(JUNE.getTime() - hours * 3_600_000);
    expect(whyIn({ id: 'ana', waitingSince: ago(18) }, { id: 'ben', waitingSince: ago(500) }).waiting).toBeCloseTo(
      0.75,
      12,
    );
    expect(whyIn({ id: 'ana', waitingSince: ago(-5) }, { id: 'ben', waitingSince: JUNE }).waiting).toBe(0);
  });

  it('measures zones by the time of day, not by the date', () => {
    const zoneOf = (a: string, b: string) => whyIn({ id: 'ana', zone: a }, { id: 'ben', zone: b }).zone;
    expect(zoneOf('Pacific/Kiritimati', 'Pacific/Honolulu')).toBe(1); // +14 and −10
    expect(zoneOf('UTC', 'Pacific/Auckland')).toBe(0); // +12 in June
  });

  it('is none where a hard constraint forbids the group', () => {
    const [ana, ben] = [aCandidate({ id: 'ana' }), aCandidate({ id: 'ben', language: 'de' })];
    expect(scoreGroup([ana, ben], JUNE)).toBeNull();
    expect(scoreGroup([ana, { ...ben, language: 'en' }], JUNE)?.score).toBeGreaterThan(2 * PLACED);
  });
});

it.each([
  ['UTC', 0],
  ['Asia/Kathmandu', 345],
  ['America/St_Johns', -150],
  ['America/New_York', -240],
  ['Pacific/Kiritimati', 840],
])('%s is %d minutes ahead of UTC in June', (zone, minutes) => expect(offsetMinutes(zone, JUNE)).toBe(minutes));
