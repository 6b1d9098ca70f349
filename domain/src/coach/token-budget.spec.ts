import fc from 'fast-check';
import { CoachBudget } from '../documents';
import { TOKENS_A_MONTH, withReserved, withTaken } from './token-budget';

const june = new Date('2026-06-30T23:59:00Z');
const july = new Date('2026-07-01T00:01:00Z');

describe('the tokens of a pod', () => {
  it('never go beyond the month’s, however many sessions ask', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: TOKENS_A_MONTH })), (asked) => {
        const end = asked.reduce<CoachBudget | null>(
          (budget, tokens) => withReserved('pod1', budget, { tokens, now: june }) ?? budget,
          null,
        );
        expect(end?.tokens ?? 0).toBeLessThanOrEqual(TOKENS_A_MONTH);
      }),
    ));

  it('count what was taken in the place of what was set aside', () => {
    const reserved = withReserved('pod1', null, { tokens: 5_000, now: june });
    const budget = withTaken('pod1', reserved, { reserved: 5_000, taken: 1_200, reservedAt: june, now: june });
    expect(CoachBudget.parse(budget)).toMatchObject({ id: 'pod1', month: '2026-06', tokens: 1_200 });
  });

  it('begin anew with the month, also between asking and answer', () => {
    const reserved = withReserved('pod1', null, { tokens: TOKENS_A_MONTH, now: june });
    expect(withReserved('pod1', reserved, { tokens: 1, now: june })).toBeNull();
    expect(withReserved('pod1', reserved, { tokens: 1, now: july })).toMatchObject({ month: '2026-07', tokens: 1 });
    const other = withReserved('pod1', null, { tokens: 700, now: july });
    const taken = { reserved: 5_000, taken: 1_200, reservedAt: june, now: july };
    expect(withTaken('pod1', other, taken)).toMatchObject({ month: '2026-07', tokens: 1_900 });
  });
});
