import fc from 'fast-check';
import { Waitlist } from '../documents';
import { canMeet } from './can-meet';
import { type Candidate } from './candidate';
import { aCandidate } from './example-requests';
import { relaxationsFor } from './relaxations';

const at = (id: string, hours: readonly number[], fields: Partial<Candidate> = {}) =>
  aCandidate({ ...fields, id, hours });
const me = at('me', [10, 11, 12]);

describe('what somebody who waits could allow', () => {
  it('is the window that the most people would share, with how many', () => {
    const others = [at('a', [40, 41]), at('b', [40, 41, 42]), at('c', [12, 41]), at('d', [100, 101])];
    expect(relaxationsFor(me, others)).toEqual([
      { kind: 'add-hours', from: 40, until: 42, people: 3 },
      { kind: 'add-hours', from: 100, until: 102, people: 1 },
    ]);
  });

  it('needs one hour more of those who share one already, and two of those who share none', () => {
    expect(relaxationsFor(me, [at('a', [12, 50])])).toEqual([{ kind: 'add-hours', from: 49, until: 51, people: 1 }]);
    expect(relaxationsFor(me, [at('a', [50])])).toEqual([]);
  });

  it('names no hours that overlap, and at most three windows', () => {
    const hours = Array.from({ length: 20 }, (_, n) => 60 + n);
    const found = relaxationsFor(me, [at('a', hours)]);
    expect(found).toHaveLength(3);
    expect(found).toEqual([60, 62, 64].map((from) => ({ kind: 'add-hours', from, until: from + 2, people: 1 })));
  });

  it('ends with the week', () =>
    expect(relaxationsFor(me, [at('a', [166, 167])])).toEqual([
      { kind: 'add-hours', from: 166, until: 168, people: 1 },
    ]));

  it('is nothing where everybody can be met already, or nobody is there', () => {
    expect(relaxationsFor(me, [])).toEqual([]);
    expect(relaxationsFor(me, [at('a', [11, 12, 80])])).toEqual([]);
  });

  it('can be a size that was ruled out', () => {
    const only = { ...me, sizes: [2] };
    const others = [at('a', [11, 12], { sizes: [3] }), at('b', [11, 12], { sizes: [3, 4] }), at('c', [11, 12])];
    expect(relaxationsFor(only, others)).toEqual([
      { kind: 'allow-size', size: 3, people: 2 },
      { kind: 'allow-size', size: 4, people: 1 },
    ]);
  });

  it.each<[string, Partial<Candidate>]>([
    ['somebody who blocked them', { blocks: ['me'] }],
    ['another language', { language: 'de' }],
    ['another age group', { ageGroup: 'younger' }],
    ['another track', { track: 'dotnet-prompting' }],
    ['somebody with a comfort that they do not fit', { comfort: 'woman' }],
    ['somebody of a pod that was not long ago', { recent: ['me'] }],
  ])('never counts %s', (_, fields) =>
    expect(relaxationsFor(me, [at('a', [40, 41], fields), at('b', [11, 12], { ...fields, sizes: [4] })])).toEqual([]),
  );

  it('never counts somebody whom they blocked', () =>
    expect(relaxationsFor({ ...me, blocks: ['a'] }, [at('a', [40, 41])])).toEqual([]));
});

describe('each number that is told', () => {
  const hours = fc
    .uniqueArray(fc.integer({ min: 0, max: 23 }), { maxLength: 8 })
    .map((some) => some.sort((a, b) => a - b));
  const sizes = fc.subarray([2, 3, 4], { minLength: 1 });
  const someone = fc.record({ hours, sizes, language: fc.constantFrom('en', 'en', 'de') });
  const circle = fc.tuple(someone, fc.array(someone, { maxLength: 12 })).map(([first, rest]) => ({
    person: aCandidate({ ...first, id: 'me', language: 'en' }),
    others: rest.map((fields, n) => aCandidate({ ...fields, id: `m${n}` })),
  }));
  const reachable = (person: Candidate, others: readonly Candidate[]) =>
    others.filter((other) => canMeet(person, other) && other.sizes.some((size) => person.sizes.includes(size))).length;

  it('is the one that is found by trying it', () =>
    fc.assert(
      fc.property(circle, ({ person, others }) => {
        for (const relaxation of relaxationsFor(person, others)) {
          const relaxed =
            relaxation.kind === 'add-hours'
              ? { ...person, hours: [...new Set([...person.hours, relaxation.from, relaxation.from + 1])] }
              : { ...person, sizes: [...person.sizes, relaxation.size] };
          expect(reachable(relaxed, others) - reachable(person, others)).toBe(relaxation.people);
        }
      }),
      { numRuns: 500 },
    ));

  it('is the highest there is: no other window brings more people than the first', () =>
    fc.assert(
      fc.property(circle, ({ person, others }) => {
        const [first] = relaxationsFor(person, others).filter(({ kind }) => kind === 'add-hours');
        const best = Math.max(
          ...Array.from({ length: 167 }, (_, start) => {
            const relaxed = { ...person, hours: [...new Set([...person.hours, start, start + 1])] };
            return reachable(relaxed, others) - reachable(person, others);
          }),
        );
        expect(first?.people ?? 0).toBe(best);
      }),
    ));

  it('fits into what is stored', () =>
    fc.assert(
      fc.property(circle, ({ person, others }) => {
        const relax = relaxationsFor(person, others);
        expect(Waitlist.shape.relax.parse(relax)).toEqual(relax);
      }),
    ));
});
