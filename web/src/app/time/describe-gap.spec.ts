import { describeGap } from './describe-gap';

const NOW = new Date('2026-11-24T12:00:00Z');
const after = (ms: number) => describeGap(NOW, new Date(NOW.getTime() + ms));

describe('a gap in words', () => {
  it.each([
    [0, 'now'],
    [999, 'now'],
    [45_000, 'in 45 s'],
    [60_000, 'in 1 min'],
    [2 * 3_600_000 + 5 * 60_000, 'in 2 h 5 min'],
    [3 * 3_600_000, 'in 3 h'],
    [2 * 86_400_000 + 3 * 3_600_000 + 60_000, 'in 2 d 3 h'],
    [-300_000, '5 min ago'],
  ])('%d ms is "%s"', (ms, words) => expect(after(ms)).toBe(words));
});
