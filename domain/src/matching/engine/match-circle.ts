import { boundOf } from './bound';
import { componentsOf } from './components';
import { EXACT_SIZE, groupExactly } from './exact';
import { gather } from './gather';
import { ALONE, Grouping } from './grouping';
import { LocalSearch } from './local-search';
import { MOST_NEIGHBOURS, Neighbours } from './neighbours';
import { growPairs, pairUp } from './pairing';
import { placeAnywhere } from './place-anywhere';
import { CHAIN, placeLeftOut } from './place-left-out';
import { type Roster } from './roster';
import { shake } from './shake';
import { mix } from './turn';

/** What a circle came to, in rows of its roster. */
export interface CircleMatching {
  readonly groups: readonly (readonly number[])[];
  /** Rows in no group; `hasPartners`: somebody could have met them. */
  readonly leftOut: readonly { readonly row: number; readonly hasPartners: boolean }[];
  readonly bound: number;
}

/** Rounds of shaking for each person; a round costs up to some hundred microseconds, whatever the size. */
const ROUNDS_PER_PERSON = { thorough: 60, quick: 0.1 } as const;
/** Few people are shaken until it is as good as certain to be the best, many only for a while. */
const mostRounds = (people: number): number => 1_000 + Math.floor(150_000 / people);

/**
 * Candidate edges → pairs → pods of three and four, component by component; each depends on nobody outside of it.
 * `isThorough`: shakes the result for long, which costs up to a second and is for runs that are not huge.
 */
export function matchCircle(roster: Roster, p: { seed: number; isThorough: boolean }): CircleMatching {
  const neighbours = new Neighbours(roster);
  const grouping = new Grouping(roster);
  const search = new LocalSearch(grouping, neighbours);
  for (const rows of componentsOf(neighbours, roster.size)) {
    if (rows.length <= (p.isThorough ? EXACT_SIZE.thorough : EXACT_SIZE.quick)) {
      groupExactly(grouping, rows);
      continue;
    }
    pairUp(grouping, neighbours, rows);
    placeLeftOut(grouping, neighbours, rows, CHAIN.long);
    growPairs(grouping, neighbours, rows);
    search.improve(rows);
    search.improve(placeLeftOut(grouping, neighbours, rows, CHAIN.long));
    search.improve(gather(grouping, neighbours, rows));
    search.improve(placeLeftOut(grouping, neighbours, rows, CHAIN.long));
    const perPerson = p.isThorough ? ROUNDS_PER_PERSON.thorough : ROUNDS_PER_PERSON.quick * ease(neighbours, rows);
    const rounds = Math.floor(rows.length * perPerson);
    shake(grouping, neighbours, rows, {
      search,
      rounds: p.isThorough ? Math.min(rounds, mostRounds(rows.length)) : rounds,
      seed: mix(p.seed ^ roster.turn[rows[0]!]!),
    });
  }
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
    bound: boundOf(roster, neighbours),
  };
}

/** How much less a round costs than with full lists of neighbours: about by the square of what is left of them. */
function ease(neighbours: Neighbours, rows: readonly number[]): number {
  const sum = rows.reduce((total, row) => total + neighbours.count[row]!, 0);
  return (MOST_NEIGHBOURS / (sum / rows.length)) ** 2;
}
