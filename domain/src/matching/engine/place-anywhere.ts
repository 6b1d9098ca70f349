import { ALONE, type Grouping, MOST_MEMBERS } from './grouping';
import { type Neighbours } from './neighbours';
import { FORBIDDEN } from './roster';

/**
 * The last look for those left out who could have met more people than the search knew of: in the whole circle, for a
 * group with room or somebody else alone. Costs a look at everybody for each of them, so it comes when few are left.
 */
export function placeAnywhere(grouping: Grouping, neighbours: Neighbours): void {
  for (let row = 0; row < grouping.roster.size; row += 1) {
    if (grouping.groupOf[row] !== ALONE || neighbours.areAllKnown(row)) continue;
    const other = bestPlaceFor(grouping, row);
    if (other === ALONE) continue;
    const group = grouping.groupOf[other]!;
    grouping.replace([group], [group === ALONE ? [other, row] : [...grouping.membersOf(group), row]]);
  }
}

/** Somebody whom `row` can join, with their group if they have one, where that is worth most; `ALONE`: there is nobody. */
function bestPlaceFor(grouping: Grouping, row: number): number {
  const { roster } = grouping;
  let best = ALONE;
  let mostGained = FORBIDDEN;
  for (let other = 0; other < roster.size; other += 1) {
    if (other === row || roster.pairFit(row, other) === FORBIDDEN) continue;
    const group = grouping.groupOf[other]!;
    const isFirst = group === ALONE || grouping.member(group, 0) === other;
    if (!isFirst || (group !== ALONE && grouping.sizeOf[group] === MOST_MEMBERS)) continue;
    const worth = group === ALONE ? grouping.worthOfPair(other, row) : grouping.worthWith(group, ALONE, row);
    if (worth === FORBIDDEN) continue;
    const gained = worth - (group === ALONE ? 0 : grouping.worthOf[group]!);
    if (gained <= mostGained) continue;
    best = other;
    mostGained = gained;
  }
  return best;
}
