import { type Neighbours } from './neighbours';

/** Rows that are connected over partners, each list ascending; whoever has no partner is in none. */
export function componentsOf(neighbours: Neighbours, size: number): number[][] {
  const leader = Int32Array.from({ length: size }, (_, row) => row);
  const leaderOf = (row: number): number => {
    let at = row;
    while (leader[at] !== at) {
      leader[at] = leader[leader[at]!]!;
      at = leader[at]!;
    }
    return at;
  };
  for (let row = 0; row < size; row += 1)
    for (let place = 0; place < neighbours.count[row]!; place += 1) {
      const a = leaderOf(row);
      const b = leaderOf(neighbours.of(row, place));
      leader[Math.max(a, b)] = Math.min(a, b);
    }
  const components = new Map<number, number[]>();
  for (let row = 0; row < size; row += 1) {
    if (neighbours.count[row] === 0) continue;
    const first = leaderOf(row);
    const rows = components.get(first);
    if (rows) rows.push(row);
    else components.set(first, [row]);
  }
  return [...components.values()];
}
