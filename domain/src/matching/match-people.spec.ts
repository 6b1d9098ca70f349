import fc from 'fast-check';
import { canAllMeet, canMeet } from './can-meet';
import { type Candidate } from './candidate';
import { aCandidate, EXAMPLE_NOW as now, somePeople } from './example-people';
import { type Matching, matchPeople } from './match-people';
import { scoreGroup } from './scoring';

const match = (people: readonly Candidate[], seed = 1): Matching => matchPeople(people, { now, seed });
const companyOf = ({ groups }: Matching): string[] => groups.map(({ memberIds }) => memberIds.join(' ')).sort();
const crowd = fc.record({ count: fc.integer({ min: 0, max: 45 }), seed: fc.nat(1_000_000) });
const membersIn = (people: readonly Candidate[], ids: readonly string[]): Candidate[] =>
  ids.map((id) => people.find((person) => person.id === id) as Candidate);

/** The hard constraints, said once more in other words. */
function problemsOf(group: readonly Candidate[]): string[] {
  const problems: string[] = [];
  const check = (isRight: boolean, problem: string): void => void (isRight || problems.push(problem));
  const shared = Array.from({ length: 168 }, (_, hour) => hour).filter((hour) =>
    group.every((person) => person.hours.includes(hour)),
  );
  check(shared.length >= 2, 'fewer than two shared hours');
  check(group.length >= 2 && group.length <= 4, 'not of two to four');
  for (const a of group) {
    check(a.sizes.includes(group.length), `${a.id} wants another size`);
    for (const b of group) {
      if (a === b) continue;
      check(a.track === b.track && a.language === b.language && a.ageGroup === b.ageGroup, 'of different circles');
      check(!a.blocks.includes(b.id), `${a.id} blocks ${b.id}`);
      const mutual = a.favourites.includes(b.id) && b.favourites.includes(a.id);
      check(!a.recent.includes(b.id) || mutual, `${a.id} met ${b.id} lately`);
      if (a.comfort === 'same') check(a.gender !== null && a.gender === b.gender, `${a.id} is not comfortable`);
      else if (a.comfort !== null) check(a.comfort === b.gender, `${a.id} is not comfortable`);
    }
  }
  return problems;
}

/** Every way to group a few people: the first one is left out, or taken out with every possible company. */
function bestTotal(people: readonly Candidate[]): { placed: number; total: number } {
  const known = new Map<string, { placed: number; total: number }>();
  const scores = new Map<string, number | null>();
  const scoreOf = (group: readonly Candidate[]): number | null => {
    const name = group.map(({ id }) => id).join(' ');
    if (!scores.has(name)) scores.set(name, scoreGroup(group, now)?.score ?? null);
    return scores.get(name) ?? null;
  };
  const bestOf = (free: readonly Candidate[]): { placed: number; total: number } => {
    const [first, ...others] = free;
    if (!first) return { placed: 0, total: 0 };
    const name = free.map(({ id }) => id).join(' ');
    const already = known.get(name);
    if (already) return already;
    let best = bestOf(others);
    const tryWith = (group: readonly Candidate[], from: number): void => {
      const score = scoreOf(group);
      if (score !== null) {
        const rest = bestOf(others.filter((person) => !group.includes(person)));
        const placed = rest.placed + group.length;
        const total = rest.total + score;
        if (placed > best.placed || (placed === best.placed && total > best.total)) best = { placed, total };
      }
      if (group.length < 4) others.slice(from).forEach((next, n) => tryWith([...group, next], from + n + 1));
    };
    tryWith([first], 0);
    known.set(name, best);
    return best;
  };
  return bestOf(people);
}

describe('every group', () => {
  it('keeps every hard constraint, and has the score and the factors that anybody can recompute', () => {
    fc.assert(
      fc.property(crowd, ({ count, seed }) => {
        const people = somePeople(count, seed);
        const matching = match(people, seed);
        for (const { memberIds, score, why } of matching.groups) {
          const group = membersIn(people, memberIds);
          expect(problemsOf(group)).toEqual([]);
          expect(scoreGroup(group, now)).toEqual({ score: expect.closeTo(score, 9), why });
        }
        expect(matching.total).toBeCloseTo(
          matching.groups.reduce((sum, { score }) => sum + score, 0),
          9,
        );
        expect(matching.total).toBeLessThanOrEqual(matching.bound + 1e-9);
      }),
      { numRuns: 40 },
    );
  });

  it('names each person once, in a group or left out', () => {
    fc.assert(
      fc.property(crowd, ({ count, seed }) => {
        const people = somePeople(count, seed);
        const { groups, unmatched } = match(people);
        const named = [...groups.flatMap(({ memberIds }) => memberIds), ...unmatched.map(({ id }) => id)];
        expect(named.sort()).toEqual(people.map(({ id }) => id).sort());
      }),
      { numRuns: 30 },
    );
  });
});

describe('nobody is left out', () => {
  it('for whom a group has room, or with whom another one left out could be a pair', () => {
    fc.assert(
      fc.property(crowd, ({ count, seed }) => {
        const people = somePeople(count, seed);
        const { groups, unmatched } = match(people);
        const leftOut = membersIn(
          people,
          unmatched.map(({ id }) => id),
        );
        for (const person of leftOut) {
          for (const other of leftOut) expect(canAllMeet([person, other])).toBe(false);
          for (const { memberIds } of groups) expect(canAllMeet([...membersIn(people, memberIds), person])).toBe(false);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('when others can make room by a chain of changes', () => {
    // b could be with a or c; the best pair is b and c, and a has only b.
    const a = aCandidate('a', { hours: [1, 2] });
    const b = aCandidate('b', { hours: [1, 2, 10, 11, 12, 13, 14, 15] });
    const c = aCandidate('c', { hours: [10, 11, 12, 13, 14, 15, 30, 31] });
    const d = aCandidate('d', { hours: [30, 31] });
    expect(companyOf(match([a, b, c, d]))).toEqual(['a b', 'c d']);
  });

  it('for long chains of people who each know two others', () => {
    const links = Array.from({ length: 40 }, (_, n) =>
      aCandidate(`p${n}`, { hours: [2 * n, 2 * n + 1, 2 * n + 2, 2 * n + 3] }),
    );
    expect(match(links).unmatched).toEqual([]);
  });

  it('says why, where it cannot be helped', () => {
    const people = [
      aCandidate('ana'),
      aCandidate('ben'),
      aCandidate('cem', { hours: [] }),
      aCandidate('dana', { hours: [100, 101] }),
      aCandidate('eve', { sizes: [3], blocks: ['ben'] }),
    ];
    expect(match(people).unmatched).toEqual([
      { id: 'cem', reason: 'no-hours' },
      { id: 'dana', reason: 'nobody-suits' },
      { id: 'eve', reason: 'outnumbered' },
    ]);
  });
});

describe('the best grouping', () => {
  it('of up to nine people is found exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9 }), fc.nat(1_000_000), (count, seed) => {
        const people = somePeople(count, seed);
        const { groups, total, bound } = match(people);
        const best = bestTotal(people);
        expect(groups.reduce((sum, { memberIds }) => sum + memberIds.length, 0)).toBe(best.placed);
        expect(total).toBeCloseTo(best.total, 9);
        expect(bound).toBeGreaterThanOrEqual(best.total - 1e-9);
      }),
      { numRuns: 60 },
    );
  });

  it('takes nobody for their own favourite', () => {
    const group = [aCandidate('ana', { favourites: ['ana'] }), aCandidate('ben')];
    expect(scoreGroup(group, now)?.why.company).toBe(0);
    expect(match(group).total).toBeCloseTo(scoreGroup(group, now)?.score ?? 0, 9);
  });

  it('of somewhat more is hardly ever missed, and never by much', () => {
    let found = 0;
    for (let seed = 0; seed < 12; seed += 1) {
      const people = somePeople(12, seed, { language: 'en' });
      const share = match(people).total / bestTotal(people).total;
      expect(share).toBeGreaterThanOrEqual(0.98);
      if (share > 1 - 1e-9) found += 1;
    }
    expect(found).toBeGreaterThanOrEqual(10);
  });
});

describe('who is matched with whom', () => {
  const people = somePeople(60, 5);
  const as = companyOf(match(people));

  it('is the same in any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(people, { minLength: people.length, maxLength: people.length }), (shuffled) => {
        expect(companyOf(match(shuffled))).toEqual(as);
      }),
      { numRuns: 5 },
    );
  });

  it.each([
    ['speaks another language', { language: 'fr' }],
    ['is free when nobody is', { hours: [140, 141, 142] }],
    ['has no hours', { hours: [] }],
    ['blocks everybody', { blocks: people.map(({ id }) => id) }],
    ['wants company that is not there', { comfort: 'nobody here' }],
  ])('does not change for somebody who %s', (_, difference) => {
    for (const id of ['0', 'zz']) {
      const stranger = { ...(people[3] as Candidate), id, ...difference };
      const matching = match([...people.slice(0, 20), stranger, ...people.slice(20)]);
      expect(companyOf(matching)).toEqual(as);
      expect(matching.unmatched.some((one) => one.id === id)).toBe(true);
    }
  });

  it('does not change when everybody’s week and wait shift by a day', () => {
    const shifted = people.map((person) => ({
      ...person,
      hours: person.hours.map((hour) => (hour + 24) % 168).sort((a, b) => a - b),
      waitingSince: new Date(person.waitingSince.getTime() + 24 * 3_600_000),
    }));
    const tomorrow = new Date(now.getTime() + 24 * 3_600_000);
    expect(companyOf(matchPeople(shifted, { now: tomorrow, seed: 1 }))).toEqual(as);
  });

  it('is drawn anew for each seed where people are alike', () => {
    const alike = Array.from({ length: 12 }, (_, n) => aCandidate(`p${n}`));
    const draws = new Set([1, 2, 3, 4, 5].map((seed) => companyOf(match(alike, seed)).join(' / ')));
    expect(draws.size).toBeGreaterThan(1);
    expect(companyOf(match(alike, 1))).toEqual(companyOf(match([...alike].reverse(), 1)));
  });

  it('waits longest is left out last', () => {
    const trio = ['new', 'old', 'mid'].map((id, n) =>
      aCandidate(id, { sizes: [2], waitingSince: new Date(now.getTime() - [1, 50, 20][n]! * 3_600_000) }),
    );
    expect(match(trio).unmatched).toEqual([{ id: 'new', reason: 'outnumbered' }]);
  });
});

describe('odd crowds', () => {
  it('of nobody and of one', () => {
    expect(match([])).toEqual({ groups: [], unmatched: [], total: 0, bound: 0 });
    expect(match([aCandidate('ana')]).unmatched).toEqual([{ id: 'ana', reason: 'nobody-suits' }]);
  });

  it('of a thousand alike become pods of three', () => {
    const alike = Array.from({ length: 1_000 }, (_, n) => aCandidate(`p${n}`));
    const { groups, unmatched } = match(alike);
    expect(unmatched).toEqual([]);
    expect(groups.filter(({ memberIds }) => memberIds.length !== 3).length).toBeLessThanOrEqual(1);
  });

  it('of one who blocks everybody leave only that one out', () => {
    const people = Array.from({ length: 9 }, (_, n) => aCandidate(`p${n}`));
    const blocker = aCandidate('blocker', { blocks: people.map(({ id }) => id) });
    expect(match([blocker, ...people]).unmatched).toEqual([{ id: 'blocker', reason: 'nobody-suits' }]);
  });

  it('of people who only want three, or only four', () => {
    const three = Array.from({ length: 6 }, (_, n) => aCandidate(`t${n}`, { sizes: [3] }));
    const four = Array.from({ length: 8 }, (_, n) => aCandidate(`f${n}`, { sizes: [4] }));
    expect(
      match([...three, ...four])
        .groups.map(({ memberIds }) => memberIds.length)
        .sort(),
    ).toEqual([3, 3, 4, 4]);
  });

  it('with somebody alone in a zone, who is still placed', () => {
    const people = [
      ...Array.from({ length: 5 }, (_, n) => aCandidate(`p${n}`)),
      aCandidate('far', { zone: 'Pacific/Apia' }),
    ];
    expect(match(people).unmatched).toEqual([]);
  });
});

describe('a large circle', () => {
  const people = somePeople(2_500, 11, { language: 'en' });
  const matching = match(people);
  const known = new Map(people.map((person) => [person.id, person]));

  it('keeps every hard constraint', () => {
    for (const { memberIds } of matching.groups)
      expect(problemsOf(memberIds.map((id) => known.get(id) as Candidate))).toEqual([]);
  });

  it('leaves nobody out who could be placed', () => {
    const leftOut = matching.unmatched.map(({ id }) => known.get(id) as Candidate);
    const groups = matching.groups.map(({ memberIds }) => memberIds.map((id) => known.get(id) as Candidate));
    for (const person of leftOut) {
      expect(leftOut.filter((other) => canAllMeet([person, other]))).toEqual([]);
      expect(groups.filter((group) => canAllMeet([...group, person]))).toEqual([]);
    }
  });

  it('reaches most of what the bound allows', () =>
    expect(matching.total / matching.bound).toBeGreaterThanOrEqual(0.93));

  it('is the same for a stranger more and in another order', () => {
    const stranger = aCandidate('stranger', { hours: [150, 151], language: 'en' });
    expect(people.some((person) => canMeet(person, stranger))).toBe(false);
    expect(companyOf(match([stranger, ...people].reverse()))).toEqual(companyOf(matching));
  });
});
