import { scrollFor } from './reorder-by-drag';

describe('a page while an item is pulled over it', () => {
  it.each([
    ['goes up near the upper edge', 10, -16],
    ['stays in the middle', 400, 0],
    ['goes down near the lower edge', 790, 16],
  ])('%s', (_, y, by) => expect(scrollFor(y, 800)).toBe(by));
});
