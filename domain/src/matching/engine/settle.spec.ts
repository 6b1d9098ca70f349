import fc from 'fast-check';
import { aCandidate, somePeople } from '../example-people';
import { componentsOf } from './components';
import { begun, blockingPairs } from './example-grouping';
import { LocalSearch } from './local-search';
import { pairUp } from './pairing';
import { settle } from './settle';

describe('settling', () => {
  const pairs = { sizes: [2] };
  const hours = (from: number, count: number): number[] => Array.from({ length: count }, (_, n) => from + n);
  const [ana, ben] = [
    aCandidate('ana', { ...pairs, hours: hours(0, 9) }),
    aCandidate('ben', { ...pairs, hours: hours(0, 11) }),
  ];
  const cem = aCandidate('cem', { ...pairs, hours: hours(0, 5) });

  it('brings two together who fit each other better than those whom they are with', () => {
    const one = begun([ana, ben, cem, aCandidate('dana', { ...pairs, hours: [3, 4, 9, 10] })]);
    const [a, b, c, d] = ['ana', 'ben', 'cem', 'dana'].map(one.rowOf) as [number, number, number, number];
    one.grouping.form([a, c]);
    one.grouping.form([b, d]);
    settle(one.grouping, one.neighbours, [a, b, c, d]);
    expect(one.grouping.groupOf[a]).toBe(one.grouping.groupOf[b]);
    expect(one.grouping.groupOf[c]).toBe(one.grouping.groupOf[d]);
  });

  it('leaves them apart where the others would then be alone', () => {
    const one = begun([ana, ben, cem, aCandidate('dana', { ...pairs, hours: [9, 10, 20] })]);
    const [a, b, c, d] = ['ana', 'ben', 'cem', 'dana'].map(one.rowOf) as [number, number, number, number];
    one.grouping.form([a, c]);
    one.grouping.form([b, d]);
    settle(one.grouping, one.neighbours, [a, b, c, d]);
    expect(one.grouping.placed).toBe(4);
    expect(one.grouping.groupOf[a]).not.toBe(one.grouping.groupOf[b]);
  });

  it('places nobody less, and gives up little of the total for each pair that it ends', () => {
    let ended = 0;
    fc.assert(
      fc.property(fc.integer({ min: 13, max: 45 }), fc.nat(1_000_000), (count, seed) => {
        const one = begun(somePeople(count, seed, { language: 'en' }));
        const components = componentsOf(one.neighbours, one.roster.size);
        for (const rows of components) {
          pairUp(one.grouping, one.neighbours, rows);
          new LocalSearch(one.grouping, one.neighbours).improve(rows);
        }
        const before = { placed: one.grouping.placed, total: one.grouping.total, blocking: blockingPairs(one) };
        for (const rows of components) settle(one.grouping, one.neighbours, rows);
        const fewer = before.blocking - blockingPairs(one);
        ended += fewer;
        expect(one.grouping.placed).toBeGreaterThanOrEqual(before.placed);
        expect(before.total - one.grouping.total).toBeLessThanOrEqual(0.1 * fewer + 1e-9);
      }),
      { numRuns: 40 },
    );
    expect(ended).toBeGreaterThan(0);
  });
});
