import { MATCHING_WEIGHTS } from '../matching-weights';
import { MOST_MEMBERS } from './grouping';
import { type Neighbours } from './neighbours';
import { FORBIDDEN, type Roster, SIZE_WORTH } from './roster';

/** Up to this many partners every group that somebody could be in is looked at: 175 of them. */
const FEW_PARTNERS = 10;

/**
 * What everybody would pay at most for a place: no group is worth more than the prices of its members (the dual of set
 * packing), so their sum is one that no grouping of these people exceeds. A price begins at the most that somebody's
 * share of any group could be: their fit in a group of k is that of its worst pair, so at most that of their (k − 1)-th
 * best partner. Where somebody's partners are few and all known, it then falls to what the others' prices leave of the
 * best group they could be in.
 */
export function pricesOf(roster: Roster, neighbours: Neighbours): Float64Array {
  const price = Float64Array.from({ length: roster.size }, (_, row) => mostOfShare(roster, neighbours, row));
  for (let row = 0; row < roster.size; row += 1)
    if (neighbours.count[row]! <= FEW_PARTNERS && neighbours.areAllKnown(row))
      price[row] = Math.min(price[row]!, leftByOthers(roster, neighbours, price, row));
  return price;
}

function mostOfShare(roster: Roster, neighbours: Neighbours, row: number): number {
  const company = roster.hasMutualFavourites ? MATCHING_WEIGHTS.company : 0;
  let most = 0;
  for (let size = 2; size <= MOST_MEMBERS; size += 1) {
    const fit = neighbours.bestFit(row, size - 2);
    if (fit === FORBIDDEN || (roster.sizes[row]! & (1 << size)) === 0) continue;
    most = Math.max(most, roster.base[row]! + company + fit + SIZE_WORTH[size]!);
  }
  return most;
}

/** The most that a group with `row` is worth beyond the prices of the others in it. */
function leftByOthers(roster: Roster, neighbours: Neighbours, price: Float64Array, row: number): number {
  const trial = new Int32Array(MOST_MEMBERS);
  trial[0] = row;
  let most = 0;
  const extend = (size: number, from: number, paid: number): void => {
    for (let place = from; place < neighbours.count[row]!; place += 1) {
      const other = neighbours.of(row, place);
      trial[size] = other;
      const worth = roster.score(trial, size + 1);
      if (worth !== FORBIDDEN) most = Math.max(most, worth - paid - price[other]!);
      if (size + 1 < MOST_MEMBERS) extend(size + 1, place + 1, paid + price[other]!);
    }
  };
  extend(1, 0, 0);
  return most;
}
