import fc from 'fast-check';
import { type Candidate } from './candidate';
import { aCandidate } from './example-requests';
import { WORTH_OF_HOURS } from './matching-weights';
import { scoreGroup } from './scoring';

const now = new Date('2026-06-02T12:00:00Z');
const scoreOf = (...group: Candidate[]): number => {
  const scored = scoreGroup(group, now);
  if (!scored) throw new Error('These may meet.');
  return scored.score;
};

/** Two who fit in everything that is ever given up, with room to give each up by itself. */
const pair = fc
  .record({
    experience: fc.constantFrom(1, 5),
    zones: fc.uniqueArray(fc.constantFrom('Europe/Berlin', 'Asia/Tokyo', 'America/New_York', 'UTC'), {
      minLength: 2,
      maxLength: 2,
    }),
    first: fc.integer({ min: 0, max: 120 }),
    waited: fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 })),
    likes: fc.boolean(),
  })
  .map(({ experience, zones, first, waited, likes }): [Candidate, Candidate] => {
    const person = (id: string, n: 0 | 1) =>
      aCandidate({
        id,
        experience,
        zone: zones[n] ?? 'UTC',
        hours: [first, first + 1, first + 2],
        styles: ['direct'],
        focus: 'strength',
        waitingSince: new Date(now.getTime() - waited[n] * 3_600_000),
        favourites: likes && n === 0 ? ['ben'] : [],
      });
    return [person('ana', 0), person('ben', 1)];
  });

/** Each thing that can be given up, given up entirely; in the order in which that should happen. */
const GIVEN_UP: readonly ((other: Candidate) => Candidate)[] = [
  (other) => ({ ...other, styles: ['relaxed'] }),
  (other) => ({ ...other, experience: other.experience === 1 ? 5 : 1 }),
  (other) => ({ ...other, focus: 'endurance' }),
  (other) => ({ ...other, hours: other.hours.slice(0, 2) }),
];

describe('under scarcity', () => {
  it('style is given up before experience, experience before focus, and the third shared hour last (behaviour 39)', () =>
    fc.assert(
      fc.property(pair, ([ana, ben]) => {
        const losses = GIVEN_UP.map((giveUp) => scoreOf(ana, ben) - scoreOf(ana, giveUp(ben)));
        expect(losses.every((loss) => loss > 0)).toBe(true);
        expect(losses).toEqual(losses.toSorted((a, b) => a - b));
        expect(new Set(losses.map((loss) => loss.toFixed(6))).size).toBe(losses.length);
      }),
    ));

  it('all of it is given up rather than leave one of four alone', () =>
    fc.assert(
      fc.property(pair, ([ana, ben]) => {
        const trio = [ana, ben, { ...ben, id: 'cem', favourites: ['ana'] }];
        const misfit = GIVEN_UP.reduce((person, giveUp) => giveUp(person), { ...ben, id: 'dan' });
        expect(scoreOf(...trio, misfit)).toBeGreaterThan(scoreOf(...trio));
      }),
    ));

  it('of two who fit alike the one who has waited longer is taken', () =>
    fc.assert(
      fc.property(pair, fc.integer({ min: 1, max: 72 }), ([ana, ben], hours) => {
        const longer = { ...ben, waitingSince: new Date(now.getTime() - hours * 3_600_000) };
        expect(scoreOf(ana, longer)).toBeGreaterThan(scoreOf(ana, { ...ben, waitingSince: now }));
      }),
    ));

  it('two shared hours are worth nothing more, and none of the steps after the third is worth as much', () => {
    const [, , two, three, ...more] = WORTH_OF_HOURS;
    expect(two).toBe(0);
    const steps = more.map((worth, n) => worth - (n === 0 ? three : (more[n - 1] ?? 0)));
    for (const step of steps) expect(step).toBeLessThan(three);
  });
});
