import { pricesOf } from './bound';
import { componentsOf } from './components';
import { effortFor } from './effort';
import { EXACT_SIZE, groupExactly, groupPeacefully } from './exact';
import { gather } from './gather';
import { giveWay } from './give-way';
import { ALONE, Grouping } from './grouping';
import { LocalSearch } from './local-search';
import { Neighbours } from './neighbours';
import { growPairs, pairUp } from './pairing';
import { placeAnywhere } from './place-anywhere';
import { CHAIN, placeLeftOut } from './place-left-out';
import { type Roster } from './roster';
import { settle } from './settle';
import { shake } from './shake';
import { mix } from './turn';

/** What a circle came to, in rows of its roster. */
export interface CircleMatching {
  readonly groups: readonly (readonly number[])[];
  /** Rows in no group; `hasPartners`: somebody could have met them. */
  readonly leftOut: readonly { readonly row: number; readonly hasPartners: boolean }[];
  readonly bound: number;
}

/**
 * Candidate edges → pairs → pods of three and four, component by component; each depends on nobody outside of it.
 * `isThorough`: shakes the result for long, which costs up to a second and is for runs that are not huge.
 */
export function matchCircle(roster: Roster, p: { seed: number; isThorough: boolean }): CircleMatching {
  const neighbours = new Neighbours(roster);
  const grouping = new Grouping(roster);
  const search = new LocalSearch(grouping, neighbours);
  const price = pricesOf(roster, neighbours);
  for (const rows of componentsOf(neighbours, roster.size)) {
    if (rows.length <= (p.isThorough ? EXACT_SIZE.thorough : EXACT_SIZE.quick)) {
      if (p.isThorough && roster.isOneOfMany) groupPeacefully(grouping, neighbours, rows);
      else groupExactly(grouping, rows);
      continue;
    }
    pairUp(grouping, neighbours, rows);
    placeLeftOut(grouping, neighbours, rows, CHAIN.long);
    growPairs(grouping, neighbours, rows);
    search.improve(rows);
    search.improve(placeLeftOut(grouping, neighbours, rows, CHAIN.long));
    search.improve(gather(grouping, neighbours, rows));
    search.improve(placeLeftOut(grouping, neighbours, rows, CHAIN.long));
    shake(grouping, neighbours, rows, {
      search,
      price,
      effort: effortFor(neighbours, rows, p.isThorough),
      seed: mix(p.seed ^ roster.turn[rows[0]!]!),
    });
    if (!p.isThorough) continue;
    settle(grouping, neighbours, rows);
    placeLeftOut(grouping, neighbours, rows, CHAIN.short);
  }
  giveWay(grouping, neighbours);
  placeAnywhere(grouping, neighbours);
  const numbers = new Set<number>();
  const leftOut: { row: number; hasPartners: boolean }[] = [];
  for (let row = 0; row < roster.size; row += 1) {
    const group = grouping.groupOf[row]!;
    if (group === ALONE) leftOut.push({ row, hasPartners: neighbours.count[row]! > 0 });
    else numbers.add(group);
  }
  return {
    groups: [...numbers].map((group) => grouping.membersOf(group)),
    leftOut,
    bound: price.reduce((sum, one) => sum + one, 0),
  };
}
