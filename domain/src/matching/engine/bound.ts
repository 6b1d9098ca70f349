import { MATCHING_WEIGHTS } from '../matching-weights';
import { type Neighbours } from './neighbours';
import { FORBIDDEN, type Roster, SIZE_WORTH } from './roster';

/**
 * A sum that no grouping of these people exceeds. In a group of k somebody's fit is that of the worst pair, so at most
 * that of their (k − 1)-th best partner; with the best of the sizes that suit them this bounds each person's share, and
 * the shares add up to the score. It lets everybody have their best partners at once, so it is seldom reached.
 */
export function boundOf(roster: Roster, neighbours: Neighbours): number {
  const company = roster.hasFavourites ? MATCHING_WEIGHTS.company : 0;
  let sum = 0;
  for (let row = 0; row < roster.size; row += 1) {
    let most = 0;
    for (let size = 2; size < SIZE_WORTH.length; size += 1) {
      const fit = neighbours.bestFit(row, size - 2);
      if (fit === FORBIDDEN || (roster.sizes[row]! & (1 << size)) === 0) continue;
      most = Math.max(most, roster.base[row]! + company + fit + SIZE_WORTH[size]!);
    }
    sum += most;
  }
  return sum;
}
