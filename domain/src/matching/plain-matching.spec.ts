import fc from 'fast-check';
import { canAllMeet, canMeet } from './can-meet';
import { type Candidate } from './candidate';
import { aCandidate } from './example-requests';
import { plainMatching } from './plain-matching';
import { scoreOf } from './scoring';
import { commonHours } from './week-hours';

const now = new Date('2026-06-02T12:00:00Z');
const seed = 7;
const sizes = (people: readonly Candidate[]) => plainMatching(people, { now, seed }).map((g) => g.memberIds.length);
const crowd = (count: number) => Array.from({ length: count }, (_, n) => aCandidate({ id: `m${n}` }));

describe('plain matching', () => {
  it.each([
    [0, []],
    [1, []],
    [2, [2]],
    [3, [3]],
    [4, [4]],
    [5, [3, 2]],
    [6, [3, 3]],
    [7, [4, 3]],
    [10, [4, 3, 3]],
  ])('of %d people who all can meet makes pods of %j', (count, expected) => {
    expect(sizes(crowd(count)).sort((a, b) => b - a)).toEqual(expected);
  });

  it('gives the one who waited longest the best company', () => {
    const long = aCandidate({ id: 'long', hours: [1, 2, 3, 4], waitingSince: new Date('2026-05-01T00:00:00Z') });
    const good = aCandidate({ id: 'good', hours: [1, 2, 3, 4] });
    const poor = aCandidate({ id: 'poor', hours: [1, 2, 9, 10], zone: 'Asia/Tokyo' });
    const far = aCandidate({ id: 'far', hours: [9, 10], zone: 'Asia/Tokyo' });
    expect(plainMatching([poor, far, good, long], { now, seed }).map((group) => group.memberIds)).toEqual([
      ['long', 'good', 'poor'],
    ]);
  });

  it('does not let ids decide who is first: another round, another turn', () => {
    const firstIn = (round: number) => plainMatching(crowd(9), { now, seed: round })[0]?.memberIds[0];
    expect(new Set(Array.from({ length: 20 }, (_, round) => firstIn(round))).size).toBeGreaterThan(3);
  });
});

describe('whoever waits, a matching', () => {
  const ids = Array.from({ length: 14 }, (_, n) => `m${n}`);
  const candidate = (id: string) =>
    fc.record({
      id: fc.constant(id),
      track: fc.constantFrom('gym', 'gym', 'dotnet-prompting'),
      language: fc.constantFrom('en', 'en', 'de'),
      experience: fc.integer({ min: 1, max: 5 }),
      zone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'),
      hours: fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { maxLength: 7 }),
      blocks: fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 2 }),
      waitingSince: fc.integer({ min: 0, max: 3 }).map((day) => new Date(Date.UTC(2026, 4, 20 + day))),
    });
  const people = fc
    .integer({ min: 0, max: ids.length })
    .chain((count) => fc.tuple(...ids.slice(0, count).map(candidate)))
    .map((all) => all.map(aCandidate));
  const shuffled = people.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
  );

  const check = (holds: (all: Candidate[], groups: Candidate[][]) => void) =>
    fc.assert(
      fc.property(people, fc.integer(), (all, round) => {
        const byId = new Map(all.map((person) => [person.id, person]));
        const groups = plainMatching(all, { now, seed: round }).map((group) =>
          group.memberIds.flatMap((id) => byId.get(id) ?? []),
        );
        holds(all, groups);
      }),
      { numRuns: 200 },
    );

  it('takes nobody twice and makes pods of two to four', () =>
    check((_, groups) => {
      const taken = groups.flat();
      expect(new Set(taken).size).toBe(taken.length);
      expect(groups.every((group) => group.length >= 2 && group.length <= 4)).toBe(true);
    }));

  it('keeps the hard rule for each pair and finds hours for all', () =>
    check((_, groups) => {
      for (const group of groups) {
        expect(group.every((a, i) => group.slice(i + 1).every((b) => canMeet(a, b)))).toBe(true);
        expect(commonHours(group).length).toBeGreaterThanOrEqual(2);
      }
    }));

  it('leaves nobody alone whom a pod with room, or another one alone, may meet', () =>
    check((all, groups) => {
      const alone = all.filter((person) => !groups.flat().includes(person));
      for (const person of alone) {
        expect(groups.some((group) => group.length < 4 && canAllMeet([...group, person]))).toBe(false);
        expect(alone.some((other) => canMeet(person, other))).toBe(false);
      }
    }));

  it('is the same in whatever order they are read', () =>
    fc.assert(
      fc.property(shuffled, fc.integer(), ([all, mixed], round) => {
        expect(plainMatching(mixed, { now, seed: round })).toEqual(plainMatching(all, { now, seed: round }));
      }),
    ));

  it('explains itself with the numbers of its score', () =>
    fc.assert(
      fc.property(people, (all) => {
        for (const group of plainMatching(all, { now, seed })) {
          expect(group.score).toBe(scoreOf(group.why, group.memberIds.length));
          expect(Object.values(group.why).every((factor) => factor >= 0 && factor <= 1)).toBe(true);
        }
      }),
    ));
});
