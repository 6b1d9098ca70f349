import { LONGEST_STEP_MS, nextStop } from './next-stop';

const at = (hours: number) => new Date(Date.UTC(2026, 10, 23) + hours * 3_600_000);

describe('a clock on its way', () => {
  it('goes straight to an aim that is near', () =>
    expect(nextStop({ from: at(0), to: at(1), wishes: [null, at(5)] })).toEqual(at(1)));

  it('stops at the first wish', () =>
    expect(nextStop({ from: at(0), to: at(9), wishes: [at(2), at(1)] })).toEqual(at(1)));

  it('stops now for what is overdue, and never goes back', () =>
    expect(nextStop({ from: at(4), to: at(9), wishes: [at(1)] })).toEqual(at(4)));

  it('never leaps over the longest step', () =>
    expect(nextStop({ from: at(0), to: at(500), wishes: [] })).toEqual(new Date(at(0).getTime() + LONGEST_STEP_MS)));
});
