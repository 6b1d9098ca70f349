import fc from 'fast-check';
import { shardNumberOf, SHARD_NUMBERS, shardOf, shardPlan } from './shards';

const bucket = { track: 'gym', language: 'en', isAdult: true } as const;
const partsOf = (count: number, bound: number) => shardPlan([{ ...bucket, count }], bound);

describe('the shards of a run', () => {
  it.each([
    [0, 0],
    [1, 1],
    [2000, 1],
    [2001, 2],
    [100_000, 50],
    [5_000_000, SHARD_NUMBERS],
  ])('for %d people in one bucket are %d', (count, parts) => expect(partsOf(count, 2000)).toHaveLength(parts));

  it('keep buckets apart', () => {
    const plan = shardPlan(
      [
        { ...bucket, count: 3 },
        { ...bucket, isAdult: false, count: 2 },
      ],
      2000,
    );
    expect(plan.map(({ isAdult, parts }) => [isAdult, parts])).toEqual([
      [true, 1],
      [false, 1],
    ]);
  });

  it('hold every number exactly once, in the part that the request itself names', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4000 }), (count) => {
        const plan = partsOf(count, 3);
        for (let shard = 0; shard < SHARD_NUMBERS; shard += 1) {
          const holding = plan.filter(({ from, until }) => from <= shard && shard < until);
          expect(holding.map(({ part }) => part)).toEqual([shardOf({ shard }, plan.length)]);
        }
      }),
      { numRuns: 40 },
    ));

  it('are about even', () => {
    const numbers = Array.from({ length: 20_000 }, (_, n) => shardNumberOf(`member-${n}`));
    const plan = partsOf(20_000, 2000);
    const sizes = plan.map(({ from, until }) => numbers.filter((shard) => from <= shard && shard < until).length);
    expect(Math.max(...sizes)).toBeLessThan(2300);
    expect(Math.min(...sizes)).toBeGreaterThan(1700);
  });
});
