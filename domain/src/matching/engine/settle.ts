import { ALONE, type Grouping, MOST_MEMBERS } from './grouping';
import { type Neighbours } from './neighbours';
import { FORBIDDEN } from './roster';

/** What ending one blocking pair may cost of the total: two fifths of all that fit is worth to one person. */
export const WORTH_OF_PEACE = 0.1;
/** People of both groups at most; seven can be grouped in some hundred ways, and are hardly ever worth it. */
const MOST_REGROUPED = 6;
/** Below this a difference is the rounding of sums. */
export const LEAST_GAIN = 1e-9;

/**
 * Ends blocking pairs: two who fit each other better than both their groups fit them, and would rather leave. Where the
 * people of both groups can be grouped so that as many have a place, fewer such pairs are left and little of the total
 * is given up, they are.
 */
export function settle(grouping: Grouping, neighbours: Neighbours, rows: readonly number[]): void {
  for (const row of rows)
    for (let place = 0; place < neighbours.count[row]!; place += 1) {
      const partner = neighbours.of(row, place);
      if (isBlocking(grouping, row, partner)) regroup(grouping, neighbours, row, partner);
    }
}

function isBlocking(grouping: Grouping, a: number, b: number): boolean {
  if (grouping.groupOf[a] !== ALONE && grouping.groupOf[a] === grouping.groupOf[b]) return false;
  const worth = grouping.worthOfPair(a, b);
  if (worth === FORBIDDEN) return false;
  const share = (worth - grouping.roster.base[a]! - grouping.roster.base[b]!) / 2 - LEAST_GAIN;
  return share > grouping.fitShareOf(a) && share > grouping.fitShareOf(b);
}

/** Blocking pairs that one of `rows` is part of; a pair among them is seen from both sides. */
export function blockingAround(grouping: Grouping, neighbours: Neighbours, rows: readonly number[]): number {
  let count = 0;
  for (const row of rows)
    for (let place = 0; place < neighbours.count[row]!; place += 1) {
      const partner = neighbours.of(row, place);
      if (isBlocking(grouping, row, partner)) count += rows.includes(partner) ? 0.5 : 1;
    }
  return count;
}

/** Tries what else the people of both groups could be, and leaves the best of it. */
function regroup(grouping: Grouping, neighbours: Neighbours, a: number, b: number): void {
  const groups = [grouping.groupOf[a]!, grouping.groupOf[b]!].filter((group) => group !== ALONE);
  const rows = [...new Set([a, b, ...groups.flatMap((group) => grouping.membersOf(group))])];
  if (rows.length > MOST_REGROUPED) return;
  let blocking = blockingAround(grouping, neighbours, rows);
  let worth = groups.reduce((sum, group) => sum + grouping.worthOf[group]!, 0);
  for (const after of divisions(grouping, rows)) {
    const worthAfter = after.reduce((sum, group) => sum + grouping.worthOfRows(group), 0);
    if (worthAfter < worth - blocking * WORTH_OF_PEACE) continue;
    const { placed, total } = grouping;
    let left = 0;
    const isBetter = grouping.attempt(
      () => {
        grouping.replace([...new Set(rows.map((row) => grouping.groupOf[row]!))], after);
        left = blockingAround(grouping, neighbours, rows);
      },
      () => grouping.placed >= placed && grouping.total - total + (blocking - left) * WORTH_OF_PEACE > LEAST_GAIN,
    );
    if (!isBetter) continue;
    blocking = left;
    worth = worthAfter;
  }
}

/** Every way to group all of the rows in which the first two are together. */
function divisions(grouping: Grouping, rows: readonly number[]): number[][][] {
  const [a, b, ...others] = rows as [number, number, ...number[]];
  const divide = (left: readonly number[]): number[][][] => {
    const [first, ...rest] = left;
    if (first === undefined) return [[]];
    return groupsWith([first], rest).flatMap((group) =>
      divide(rest.filter((row) => !group.includes(row))).map((groups) => [group, ...groups]),
    );
  };
  const groupsWith = (begun: number[], from: readonly number[]): number[][] =>
    from.flatMap((row, place) => groupsOf([...begun, row], from.slice(place + 1)));
  const groupsOf = (group: number[], from: readonly number[]): number[][] => {
    const wider = group.length < MOST_MEMBERS ? groupsWith(group, from) : [];
    return grouping.worthOfRows(group) === FORBIDDEN ? wider : [group, ...wider];
  };
  return groupsOf([a, b], others).flatMap((group) =>
    divide(others.filter((row) => !group.includes(row))).map((groups) => [group, ...groups]),
  );
}
