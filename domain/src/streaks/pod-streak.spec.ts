import { podStreak } from './index';

const cards = (...lengths: number[]) => lengths.map((current) => ({ streak: { current, best: 9 } }));

describe('the streak of a pod', () => {
  it.each([
    [[], 0],
    [[4], 4],
    [[4, 2, 7], 2],
    [[4, 0, 7], 0],
    [[3, 3], 3],
  ])('of members with %j is %d', (lengths, expected) => expect(podStreak(cards(...lengths))).toBe(expected));
});
