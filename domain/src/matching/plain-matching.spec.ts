import fc from 'fast-check';
import { type MatchRequest } from '../documents';
import { canAllMeet, canMeet } from './can-meet';
import { aRequest } from './example-requests';
import { plainMatching } from './plain-matching';
import { scoreOf } from './scoring';
import { commonHours } from './week-hours';

const now = new Date('2026-06-02T12:00:00Z');
const seed = 7;
const sizes = (people: readonly MatchRequest[]) => plainMatching(people, { now, seed }).map((g) => g.memberIds.length);
const crowd = (count: number) => Array.from({ length: count }, (_, n) => aRequest({ memberId: `m${n}` }));

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
    const long = aRequest({ memberId: 'long', hours: [1, 2, 3, 4], waitingSince: new Date('2026-05-01T00:00:00Z') });
    const good = aRequest({ memberId: 'good', hours: [1, 2, 3, 4] });
    const poor = aRequest({ memberId: 'poor', hours: [1, 2, 9, 10], timeZone: 'Asia/Tokyo' });
    const far = aRequest({ memberId: 'far', hours: [9, 10], timeZone: 'Asia/Tokyo' });
    expect(plainMatching([poor, far, good, long], { now, seed }).map((group) => group.memberIds)).toEqual([
      ['long', 'good', 'poor'],
    ]);
  });

  it('takes only those who wait', () => {
    const people = [
      ...crowd(1),
      aRequest({ memberId: 'busy', status: 'proposed' }),
      aRequest({ memberId: 'gone', status: 'cancelled' }),
    ];
    expect(plainMatching(people, { now, seed })).toEqual([]);
  });

  it('does not let ids decide who is first: another round, another turn', () => {
    const firstIn = (round: number) => plainMatching(crowd(9), { now, seed: round })[0]?.memberIds[0];
    expect(new Set(Array.from({ length: 20 }, (_, round) => firstIn(round))).size).toBeGreaterThan(3);
  });
});

describe('whoever waits, a matching', () => {
  const ids = Array.from({ length: 14 }, (_, n) => `m${n}`);
  const requestOf = (memberId: string) =>
    fc.record({
      memberId: fc.constant(memberId),
      track: fc.constantFrom('gym' as const, 'gym' as const, 'dotnet-prompting' as const),
      language: fc.constantFrom('en', 'en', 'de'),
      experience: fc.integer({ min: 1, max: 5 }),
      timeZone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'),
      hours: fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { maxLength: 7 }),
      avoid: fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 2 }),
      status: fc.constantFrom('waiting' as const, 'waiting' as const, 'waiting' as const, 'matched' as const),
      waitingSince: fc.integer({ min: 0, max: 3 }).map((day) => new Date(Date.UTC(2026, 4, 20 + day))),
    });
  const people = fc
    .integer({ min: 0, max: ids.length })
    .chain((count) => fc.tuple(...ids.slice(0, count).map(requestOf)))
    .map((requests) => requests.map(aRequest));
  const shuffled = people.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
  );

  const check = (holds: (all: MatchRequest[], groups: MatchRequest[][]) => void) =>
    fc.assert(
      fc.property(people, fc.integer(), (all, round) => {
        const byId = new Map(all.map((person) => [person.memberId, person]));
        const groups = plainMatching(all, { now, seed: round }).map((group) =>
          group.memberIds.flatMap((id) => byId.get(id) ?? []),
        );
        holds(all, groups);
      }),
      { numRuns: 200 },
    );

  it('takes nobody twice, makes pods of two to four, and only of those who wait', () =>
    check((_, groups) => {
      const taken = groups.flat();
      expect(new Set(taken).size).toBe(taken.length);
      expect(taken.every((person) => person.status === 'waiting')).toBe(true);
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
      const alone = all.filter((person) => person.status === 'waiting' && !groups.flat().includes(person));
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
          expect(group.score).toBe(scoreOf(group.why));
          expect(Object.values(group.why).every((factor) => factor >= 0 && factor <= 1)).toBe(true);
        }
      }),
    ));
});
