import { type Candidate } from '../candidate';
import { EXAMPLE_NOW as now } from '../example-people';
import { offsetsAt } from '../scoring';
import { Grouping } from './grouping';
import { Neighbours } from './neighbours';
import { inRows, Roster } from './roster';

export function begun(people: readonly Candidate[]) {
  const offsetOf = offsetsAt(now);
  const ordered = inRows(people, { seed: 1, offsetOf });
  const roster = new Roster(ordered, { now, seed: 1, offsetOf });
  const neighbours = new Neighbours(roster);
  const rowOf = (id: string): number => ordered.findIndex((person) => person.id === id);
  return { roster, neighbours, grouping: new Grouping(roster), rowOf };
}

/** Pairs who fit better than the groups of both, by the sums of the grouping. */
export function blockingPairs({ grouping, roster, neighbours }: ReturnType<typeof begun>): number {
  let count = 0;
  for (let a = 0; a < roster.size; a += 1)
    for (let place = 0; place < neighbours.count[a]!; place += 1) {
      const b = neighbours.of(a, place);
      if (b < a || (grouping.groupOf[a]! >= 0 && grouping.groupOf[a] === grouping.groupOf[b])) continue;
      const fit = (grouping.worthOfPair(a, b) - roster.base[a]! - roster.base[b]!) / 2 - 1e-9;
      if (fit > grouping.fitShareOf(a) && fit > grouping.fitShareOf(b)) count += 1;
    }
  return count;
}
