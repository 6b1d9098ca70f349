import fc from 'fast-check';
import { type Candidate } from '../candidate';
import { aCandidate, EXAMPLE_NOW as now, somePeople } from '../example-people';
import { matchPeople } from '../match-people';
import { scoreGroup } from '../scoring';

const pairs = { sizes: [2] };
const hours = (from: number, count: number): number[] => Array.from({ length: count }, (_, n) => from + n);
/** `ben` can be with either; the others only with him, and `cem` suits him better. */
const ben = aCandidate('ben', { ...pairs, hours: hours(0, 20) });
const ana = (leftOut: number) => aCandidate('ana', { ...pairs, hours: hours(0, 2), leftOut });
const cem = (leftOut: number) => aCandidate('cem', { ...pairs, hours: hours(10, 8), leftOut });
const leftOutOf = (people: readonly Candidate[]): string[] =>
  matchPeople(people, { now, seed: 1 }).unmatched.map(({ id }) => id);

describe('of two who could be with the same one', () => {
  it.each([
    { times: [0, 0], out: 'ana' },
    { times: [1, 0], out: 'ana' },
    { times: [2, 0], out: 'cem' },
    { times: [2, 1], out: 'cem' },
    { times: [2, 2], out: 'ana' },
    { times: [3, 2], out: 'cem' },
    { times: [2, 3], out: 'ana' },
    { times: [3, 3], out: 'ana' },
    { times: [5, 4], out: 'cem' },
    { times: [400, 300], out: 'ana' },
  ])('who were left out $times times, $out gives way', ({ times: [anas = 0, cems = 0], out }) => {
    expect(leftOutOf([ana(anas), ben, cem(cems)])).toEqual([out]);
  });
});

describe('somebody left out three times', () => {
  // dana and eve make a pod of three with ben and have nobody else; whoever is with ana is not with them.
  const three = { sizes: [3], hours: hours(10, 8) };
  const [dana, eve] = [aCandidate('dana', three), aCandidate('eve', three)];
  const open = aCandidate('ben', { sizes: [2, 3], hours: hours(0, 20) });

  it('comes before two who just came', () => {
    expect(leftOutOf([ana(3), open, dana, eve])).toEqual(['dana', 'eve']);
    expect(leftOutOf([ana(2), open, dana, eve])).toEqual(['ana']);
  });

  it('does not come before two of whom one was left out as often', () => {
    expect(leftOutOf([ana(3), open, { ...dana, leftOut: 3 }, eve])).toEqual(['ana']);
  });

  it('is never with somebody whom they may not meet', () => {
    expect(leftOutOf([{ ...ana(200), blocks: ['ben'] }, ben, cem(0)])).toEqual(['ana']);
  });
});

const told = (count: number, seed: number, times: readonly number[]): Candidate[] =>
  somePeople(count, seed, { language: 'en' }).map((person, n) => ({ ...person, leftOut: times[n % times.length]! }));
const crowd = fc.record({
  count: fc.integer({ min: 2, max: 32 }),
  seed: fc.nat(1_000_000),
  times: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 9 }),
});

describe('whatever people were left out before', () => {
  it('groups stay such as may be, and are the same in whatever order people come', () => {
    fc.assert(
      fc.property(crowd, ({ count, seed, times }) => {
        const people = told(count, seed, times);
        const matching = matchPeople(people, { now, seed });
        for (const { memberIds, score } of matching.groups) {
          const group = memberIds.map((id) => people.find((person) => person.id === id)!);
          expect(scoreGroup(group, now)?.score).toBeCloseTo(score, 9);
        }
        expect(matching.total).toBeLessThanOrEqual(matching.bound + 1e-9);
        expect(matchPeople(people.toReversed(), { now, seed })).toEqual(matching);
      }),
      { numRuns: 20 },
    );
  });

  it('nobody who had enough is left out for one who was left out less often', () => {
    fc.assert(
      fc.property(crowd, ({ count, seed, times }) => {
        const people = told(count, seed, times);
        const { groups, unmatched } = matchPeople(people, { now, seed });
        for (const { id } of unmatched) {
          const one = people.find((person) => person.id === id)!;
          if (one.leftOut! < 3) continue;
          for (const { memberIds } of groups)
            for (const out of memberIds) {
              const other = people.find((person) => person.id === out)!;
              const instead = [...memberIds.filter((each) => each !== out), id];
              const group = instead.map((each) => people.find((person) => person.id === each)!);
              if (other.leftOut! < one.leftOut!) expect(scoreGroup(group, now)).toBeNull();
            }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('as many have a place as without, unless somebody had enough', () => {
    fc.assert(
      fc.property(crowd, ({ count, seed, times }) => {
        const people = told(
          count,
          seed,
          times.map((each) => Math.min(each, 2)),
        );
        const placed = (all: readonly Candidate[]): number => all.length - leftOutOf(all).length;
        expect(placed(people)).toBe(placed(people.map(({ leftOut: _, ...person }) => person)));
      }),
      { numRuns: 20 },
    );
  });
});
