import fc from 'fast-check';
import { canAllMeet, canMeet } from './can-meet';
import { type Candidate } from './candidate';
import { EXAMPLE_NOW as now, somePeople } from './example-people';
import { matchPeople } from './match-people';

const DAY_MS = 24 * 3_600_000;
const crowd = fc.record({ count: fc.integer({ min: 2, max: 40 }), seed: fc.nat(1_000_000) });
const companyOf = (people: readonly Candidate[], at = now): string[] =>
  matchPeople(people, { now: at, seed: 1 })
    .groups.map(({ memberIds }) => memberIds.join(' '))
    .sort();
const aDayLater = (person: Candidate): Candidate => ({
  ...person,
  hours: person.hours.map((hour) => (hour + 24) % 168).sort((a, b) => a - b),
  waitingSince: new Date(person.waitingSince.getTime() + DAY_MS),
});

describe('whoever waits, their company', () => {
  it.each<[string, (people: readonly Candidate[]) => string[]]>([
    ['in another order', (people) => companyOf([...people].reverse())],
    [
      'a day later, with every week a day on',
      (people) => companyOf(people.map(aDayLater), new Date(now.getTime() + DAY_MS)),
    ],
    [
      'beside somebody whom nobody may meet',
      (people) => companyOf([...people, { ...(people[0] as Candidate), id: 'stranger', language: 'fr' }]),
    ],
    [
      'beside somebody who blocks them all',
      (people) => companyOf([{ ...(people[0] as Candidate), id: 'a', blocks: people.map(({ id }) => id) }, ...people]),
    ],
  ])('is the same %s', (_, changed) =>
    fc.assert(
      fc.property(crowd, ({ count, seed }) => {
        const people = somePeople(count, seed);
        expect(changed(people)).toEqual(companyOf(people));
      }),
      { numRuns: 25 },
    ),
  );
});

describe('whether people may meet', () => {
  const few = fc.nat(1_000_000).map((seed) => somePeople(4, seed));

  it('is the same asked either way, and of all in any order', () =>
    fc.assert(
      fc.property(few, (people) => {
        const [a, b] = people as [Candidate, Candidate];
        expect(canMeet(a, b)).toBe(canMeet(b, a));
        expect(canAllMeet(people)).toBe(canAllMeet([...people].reverse()));
        if (canAllMeet(people))
          for (const one of people) for (const other of people) expect(one === other || canMeet(one, other)).toBe(true);
      }),
      { numRuns: 500 },
    ));

  it.each<[string, Partial<Candidate>]>([
    ['a block', { blocks: ['p0'] }],
    ['another track', { track: 'another' }],
    ['another language', { language: 'fr' }],
    ['another age group', { ageGroup: 'younger' }],
    ['a comfort that nobody fits', { comfort: 'nobody here' }],
    ['a single hour', { hours: [3] }],
  ])('is no after %s, whatever else they share and however long they wait', (_, difference) =>
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 0, max: 2_000 }), (seed, hours) => {
        const [a] = somePeople(1, seed) as [Candidate];
        const alike = { ...a, id: 'p1', waitingSince: new Date(now.getTime() - hours * 3_600_000), favourites: ['p0'] };
        const b = { ...alike, ...difference };
        expect([canMeet(a, b), canMeet(b, a)]).toEqual([false, false]);
        expect(companyOf([a, b])).toEqual([]);
      }),
      { numRuns: 60 },
    ),
  );
});
