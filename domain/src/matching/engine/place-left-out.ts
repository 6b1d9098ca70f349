import { ALONE, type Grouping } from './grouping';
import { type Neighbours } from './neighbours';
import { FORBIDDEN } from './roster';

/** People looked at to place one who is left out: a chain longer than the long one is hardly ever there. */
export const CHAIN = { long: 4_000, short: 60 } as const;

/** How somebody came to be the one left over: `by` took the place of `row` in `group`. */
interface Displacement {
  readonly row: number;
  readonly group: number;
  readonly by: Displacement | null;
}

/**
 * Augmenting chains: somebody left out takes another's place in a group, who takes another's in turn, until one finds
 * a place that nobody has to leave: a group with room, somebody else alone, or one of three or four who can be spared.
 * Each chain places one person more and nobody less. Shortest chains first; each person is displaced once in a search,
 * and each group changes once in a chain.
 */
export function placeLeftOut(
  grouping: Grouping,
  neighbours: Neighbours,
  rows: readonly number[],
  mostLookedAt: number,
): number[] {
  const touched: number[] = [];
  for (const row of rows) {
    if (grouping.groupOf[row] !== ALONE) continue;
    const end = findChain(grouping, neighbours, row, mostLookedAt);
    if (end) touched.push(...follow(grouping, end));
  }
  return touched;
}

interface ChainEnd {
  readonly last: Displacement;
  /** What happens at the end: groups that end, groups that begin. */
  readonly before: readonly number[];
  readonly after: readonly (readonly number[])[];
}

function findChain(grouping: Grouping, neighbours: Neighbours, start: number, mostLookedAt: number): ChainEnd | null {
  const queue: Displacement[] = [{ row: start, group: ALONE, by: null }];
  const displaced = new Set([start]);
  for (let next = 0; next < queue.length && next < mostLookedAt; next += 1) {
    const at = queue[next]!;
    for (let place = 0; place < neighbours.count[at.row]!; place += 1) {
      const partner = neighbours.of(at.row, place);
      const group = grouping.groupOf[partner]!;
      if (partner === start || (group !== ALONE && hasChanged(at, group))) continue;
      const end = endAt(grouping, at, partner);
      if (end) return end;
      if (group === ALONE) continue;
      for (const out of grouping.membersOf(group)) {
        if (displaced.has(out) || grouping.worthWith(group, out, at.row) === FORBIDDEN) continue;
        displaced.add(out);
        queue.push({ row: out, group, by: at });
      }
    }
  }
  return null;
}

function hasChanged(chain: Displacement, group: number): boolean {
  for (let step: Displacement | null = chain; step !== null; step = step.by) if (step.group === group) return true;
  return false;
}

/** A place for `at.row` with or at `partner` that leaves nobody out. */
function endAt(grouping: Grouping, at: Displacement, partner: number): ChainEnd | null {
  const group = grouping.groupOf[partner]!;
  if (group === ALONE) {
    if (grouping.worthOfPair(at.row, partner) === FORBIDDEN) return null;
    return { last: at, before: [], after: [[at.row, partner]] };
  }
  const members = grouping.membersOf(group);
  if (grouping.worthWith(group, ALONE, at.row) !== FORBIDDEN)
    return { last: at, before: [group], after: [[...members, at.row]] };
  if (members.length < 3 || grouping.worthOfPair(at.row, partner) === FORBIDDEN) return null;
  if (grouping.worthWith(group, partner, ALONE) === FORBIDDEN) return null;
  return {
    last: at,
    before: [group],
    after: [[at.row, partner], members.filter((member) => member !== partner)],
  };
}

/** Carries a chain out, from its end back to the one who was left out. Gives everybody who moved or was moved to. */
function follow(grouping: Grouping, { last, before, after }: ChainEnd): number[] {
  const ending = [...before];
  const beginning = [...after];
  for (let step = last; step.by !== null; step = step.by) {
    const { row, group, by } = step;
    ending.push(group);
    beginning.push([...grouping.membersOf(group).filter((member) => member !== row), by.row]);
  }
  grouping.replace(ending, beginning);
  return beginning.flat();
}
