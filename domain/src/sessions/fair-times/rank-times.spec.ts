import fc from 'fast-check';
import { type AvailabilityWindow } from '../../documents';
import { burdensFrom } from './burden';
import { type Attendee } from './inconvenience';
import { NEAR_EQUAL, rankTimes, type TimesToRank } from './rank-times';
import { suggestTimes } from './suggest-times';

const ZONES = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'America/Los_Angeles', 'UTC'];
const FROM = new Date('2026-11-23T12:00:00Z');
const HOUR = 3_600_000;

const window = fc
  .record({ weekday: fc.integer({ min: 1, max: 7 }), start: fc.integer({ min: 0, max: 21 }) })
  .map(({ weekday, start }): AvailabilityWindow => ({ weekday, start: hour(start), end: hour(start + 2) }));
const hour = (n: number) => `${String(n).padStart(2, '0')}:00`;
const attendees = fc
  .array(fc.record({ timeZone: fc.constantFrom(...ZONES), availability: fc.array(window, { maxLength: 4 }) }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((people) => people.map((one, n): Attendee => ({ ...one, id: `m${n}` })));
const pods = fc
  .record({
    attendees,
    podZone: fc.constantFrom(...ZONES),
    minutes: fc.constantFrom(30, 50, 90),
    carried: fc.array(fc.constantFrom(0, 0, 30, 60, 200), { minLength: 4, maxLength: 4 }),
    near: fc.integer({ min: 0, max: 168 }).map((hours) => new Date(FROM.getTime() + hours * HOUR)),
  })
  .map(({ carried, ...p }): TimesToRank => ({
    ...p,
    from: FROM,
    burdens: Object.fromEntries(carried.map((points, n) => [`m${n}`, points])),
  }));
const starts = (p: TimesToRank) => rankTimes(p).map(({ startsAt }) => startsAt.toISOString());
const RUNS = { numRuns: 25 };

describe('the fairest times', () => {
  it('are the same for the same pod, in whatever order its members stand', () =>
    fc.assert(
      fc.property(pods, fc.integer({ min: 1, max: 3 }), (p, turn) => {
        const turned = [...p.attendees.slice(turn), ...p.attendees.slice(0, turn)].reverse();
        expect(starts({ ...p, attendees: turned })).toEqual(starts(p));
      }),
      RUNS,
    ));

  it('are each half hour of the coming week once', () =>
    fc.assert(
      fc.property(pods, (p) => {
        const all = starts(p);
        expect(new Set(all).size).toBe(all.length);
        expect(all.length).toBe(7 * 48); // no clocks change in this week
        for (const at of all) expect(Date.parse(at) - FROM.getTime()).toBeLessThan(168 * HOUR);
      }),
      RUNS,
    ));

  it('are never worse for whoever they suit worst than any other, while nobody has carried anything', () =>
    fc.assert(
      fc.property(pods, (p) => {
        const [first, ...others] = rankTimes({ ...p, burdens: {} });
        for (const other of others) expect(first!.worst).toBeLessThanOrEqual(other.worst);
      }),
      RUNS,
    ));

  it('cost whoever they suit worst at most an hour they did not name more, for taking turns', () =>
    fc.assert(
      fc.property(pods, (p) => {
        const [first, ...others] = rankTimes(p);
        const least = Math.min(...others.map(({ worst }) => worst));
        expect(first!.worst).toBeLessThanOrEqual(least + NEAR_EQUAL);
      }),
      RUNS,
    ));

  it('put the rest in the order of what they cost whoever they suit worst', () =>
    fc.assert(
      fc.property(pods, (p) => {
        const ranked = rankTimes(p);
        const least = Math.min(...ranked.map(({ worst }) => worst));
        const rest = ranked.filter(({ worst }) => worst > least + NEAR_EQUAL).map(({ worst }) => worst);
        expect(rest).toEqual([...rest].sort((a, b) => a - b));
        expect(ranked.slice(ranked.length - rest.length).map(({ worst }) => worst)).toEqual(rest);
      }),
      RUNS,
    ));

  it('keep to the usual time of day where nothing else tells them apart, on the next day first', () => {
    const attendees = [{ id: 'ana', timeZone: 'UTC', availability: [] }];
    const near = new Date('2026-11-24T17:00:00Z');
    const p = { attendees, podZone: 'UTC', minutes: 50, from: FROM, near, burdens: {} };
    const chosen = suggestTimes({ ...p, backups: [], taken: [], except: near });
    expect(chosen.slice(0, 3).map(({ startsAt }) => startsAt.toISOString())).toEqual([
      '2026-11-23T17:00:00.000Z',
      '2026-11-25T17:00:00.000Z',
      '2026-11-26T17:00:00.000Z',
    ]);
  });

  it('suggest a few that are hours apart and clear of what stands', () =>
    fc.assert(
      fc.property(pods, (p) => {
        const taken = [p.near];
        const chosen = suggestTimes({ ...p, backups: [], taken, except: null }).map(({ startsAt }) =>
          startsAt.getTime(),
        );
        expect(chosen.length).toBeGreaterThan(2);
        expect(chosen.length).toBeLessThanOrEqual(6);
        const sorted = [...chosen].sort((a, b) => a - b);
        for (const [n, at] of sorted.slice(1).entries()) expect(at - sorted[n]!).toBeGreaterThanOrEqual(12 * HOUR);
        for (const at of chosen) expect(Math.abs(at - p.near.getTime())).toBeGreaterThanOrEqual(3 * HOUR);
      }),
      RUNS,
    ));
});

/** A pod that meets at the fairest time of each week for `weeks` weeks; the spread of what its members carried, by week. */
function spreads(people: readonly Attendee[], podZone: string, minutes: number, weeks: number): number[] {
  const met: Parameters<typeof burdensFrom>[0][number][] = [];
  return Array.from({ length: weeks }, (_, week) => {
    const from = new Date(Date.parse('2026-01-05T00:00:00Z') + week * 168 * HOUR);
    const burdens = burdensFrom(met, people, from);
    const [first] = rankTimes({ attendees: people, podZone, minutes, from, near: from, burdens });
    met.push({ startsAt: first!.startsAt, minutes, state: 'done', joinedIds: people.map(({ id }) => id) });
    const after = new Date(from.getTime() + 168 * HOUR);
    const carried = Object.values(burdensFrom(met, people, after));
    return Math.max(...carried) - Math.min(...carried);
  });
}

describe('over twelve weeks', () => {
  /** Three people a third of the world apart: whatever the time, it is early for one and late for another. */
  const third = fc
    .record({ first: fc.integer({ min: -4, max: 3 }), minutes: fc.constantFrom(30, 45, 60), pod: fc.nat(2) })
    .map(({ first, minutes, pod }) => ({
      minutes,
      pod,
      zones: [first, first + 8, first - 8].map((east) =>
        east === 0 ? 'Etc/GMT' : `Etc/GMT${east > 0 ? '-' : '+'}${Math.abs(east)}`,
      ),
    }));

  it('early and late hours are shared by three who can never all have good ones', () =>
    fc.assert(
      fc.property(third, ({ zones, minutes, pod }) => {
        const people = zones.map((timeZone, n): Attendee => ({ id: `m${n}`, timeZone, availability: [] }));
        const found = spreads(people, zones[pod]!, minutes, 12);
        expect(Math.max(...found)).toBeLessThanOrEqual(30); // one turn
        expect(found[11]).toBe(0); // and after each third week none
      }),
      { numRuns: 8 },
    ));
});
