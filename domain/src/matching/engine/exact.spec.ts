import fc from 'fast-check';
import { somePeople } from '../example-people';
import { componentsOf } from './components';
import { begun, blockingPairs } from './example-grouping';
import { groupExactly, groupPeacefully } from './exact';

describe('a small component, where runs follow each other', () => {
  it('places as many as the best sum does, and gives up little of it for each blocking pair that it ends', () => {
    let [ended, kept] = [0, 0];
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 11 }), fc.nat(1_000_000), (count, seed) => {
        const people = somePeople(count, seed, { language: 'en' });
        const [best, calm] = [begun(people), begun(people)];
        for (const rows of componentsOf(best.neighbours, best.roster.size)) {
          groupExactly(best.grouping, rows);
          groupPeacefully(calm.grouping, calm.neighbours, rows);
        }
        const fewer = blockingPairs(best) - blockingPairs(calm);
        expect(calm.grouping.placed).toBe(best.grouping.placed);
        expect(fewer).toBeGreaterThanOrEqual(0);
        expect(best.grouping.total - calm.grouping.total).toBeLessThanOrEqual(0.1 * fewer + 1e-9);
        ended += fewer;
        kept += blockingPairs(calm);
      }),
      { numRuns: 100 },
    );
    expect(ended).toBeGreaterThan(kept / 10);
  });
});
