import { POD_SIZE } from '../can-meet';
import { ALONE, type Grouping, MOST_MEMBERS } from './grouping';
import { type Neighbours } from './neighbours';
import { FORBIDDEN } from './roster';

/** Of three pairs one is taken apart, so that its two make the other two pairs pods of three. */
const PAIRS_PER_SPLIT = 3;

/** Pairs among rows that are alone: the best pair first, then the best of those that are left. */
export function pairUp(grouping: Grouping, neighbours: Neighbours, rows: readonly number[]): void {
  const { base } = grouping.roster;
  const ends: number[] = [];
  const worths: number[] = [];
  for (const row of rows)
    for (let place = 0; place < neighbours.count[row]!; place += 1) {
      const other = neighbours.of(row, place);
      if (other < row && isNeighbour(neighbours, other, row)) continue; // noted from the other side
      ends.push(row, other);
      worths.push(2 * neighbours.fit(row, place) + base[row]! + base[other]!);
    }
  const order = Uint32Array.from(worths, (_, edge) => edge).sort((a, b) => worths[b]! - worths[a]! || a - b);
  for (const edge of order) {
    const a = ends[2 * edge]!;
    const b = ends[2 * edge + 1]!;
    if (grouping.groupOf[a] !== ALONE || grouping.groupOf[b] !== ALONE) continue;
    if (grouping.worthOfPair(a, b) !== FORBIDDEN) grouping.form([a, b]);
  }
}

function isNeighbour(neighbours: Neighbours, row: number, other: number): boolean {
  for (let place = 0; place < neighbours.count[row]!; place += 1) if (neighbours.of(row, place) === other) return true;
  return false;
}

/**
 * From pairs to pods of three: every pair counts as one, the weakest third is taken apart, and each who is alone then
 * joins the group of a neighbour that gains most by them. Whoever finds none keeps or finds a pair.
 */
export function growPairs(grouping: Grouping, neighbours: Neighbours, rows: readonly number[]): void {
  const pairs = [...new Set(rows.map((row) => grouping.groupOf[row]!))].filter((group) => group !== ALONE);
  pairs.sort((a, b) => grouping.worthOf[a]! - grouping.worthOf[b]! || grouping.member(a, 0) - grouping.member(b, 0));
  const apart = pairs.slice(0, Math.floor(pairs.length / PAIRS_PER_SPLIT)).map((pair) => grouping.dissolve(pair));
  for (const row of apart.flat()) joinBest(grouping, neighbours, row);
  for (const [a, b] of apart as [number, number][]) {
    if (grouping.groupOf[a] !== ALONE || grouping.groupOf[b] !== ALONE) continue;
    grouping.form([a, b]);
  }
}

/** Puts somebody alone where the sum of worths grows most; leaves them alone where it cannot. */
function joinBest(grouping: Grouping, neighbours: Neighbours, row: number): void {
  let best = ALONE;
  let most = 0;
  for (let place = 0; place < neighbours.count[row]!; place += 1) {
    const group = grouping.groupOf[neighbours.of(row, place)]!;
    if (group === ALONE || grouping.sizeOf[group]! >= POD_SIZE.usual) continue;
    const joined = grouping.worthWith(group, ALONE, row);
    if (joined === FORBIDDEN || joined - grouping.worthOf[group]! <= most) continue;
    most = joined - grouping.worthOf[group]!;
    best = group;
  }
  if (best !== ALONE && grouping.sizeOf[best]! < MOST_MEMBERS)
    grouping.replace([best], [[...grouping.membersOf(best), row]]);
}
