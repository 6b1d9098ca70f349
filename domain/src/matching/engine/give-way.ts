import { ALONE, type Grouping, MOST_MEMBERS } from './grouping';
import { type Neighbours } from './neighbours';
import { CHAIN, placeLeftOut } from './place-left-out';
import { FORBIDDEN } from './roster';

/** Nobody is left out more often in a row, if the others can help it. */
export const MOST_TIMES_LEFT_OUT = 3;
/**
 * What leaving somebody out costs, by how often they were before. Once is no reason to move anybody, who moves for one
 * costs fit; twice is one to leave another out instead; three times to leave out up to three.
 */
const COST_BY_TIMES = [1, 1, 1.2, 4] as const;
/** Who was left out longer than that comes first among those who had enough. */
const COST_OF_MORE = 0.001;
/** Partners tried in ones, twos and threes: some hundred companies. */
const MOST_TRIED = 10;
/** A difference below this is the rounding of sums. */
const LEAST_GAIN = 1e-9;

interface Change {
  readonly cost: number;
  readonly total: number;
  readonly company: readonly number[];
}

/**
 * For those who are left out and were before: whoever was left out less often gives way, so that turns go round. The
 * change that leaves out those who can bear it best is made, and of such the one with the highest total; chains then
 * find a place for as many as can be of those who gave way.
 */
export function giveWay(grouping: Grouping, neighbours: Neighbours): void {
  const { leftOut, turn } = grouping.roster;
  const queue: number[] = [];
  const ask = (row: number): void => {
    if (leftOut[row]! > 0 && neighbours.count[row]! > 0 && grouping.groupOf[row] === ALONE) queue.push(row);
  };
  for (let row = 0; row < grouping.roster.size; row += 1) ask(row);
  queue.sort((a, b) => leftOut[b]! - leftOut[a]! || turn[a]! - turn[b]! || a - b);
  // Each change lowers what those left out cost together, so this ends.
  for (let next = 0; next < queue.length; next += 1) {
    const row = queue[next]!;
    if (grouping.groupOf[row] !== ALONE) continue;
    const best = bestFor(grouping, neighbours, row);
    if (best) for (const loose of take(grouping, neighbours, best.company)) ask(loose);
  }
}

function costOf(grouping: Grouping, row: number): number {
  const times = grouping.roster.leftOut[row]!;
  const beyond = Math.max(0, times - MOST_TIMES_LEFT_OUT);
  return COST_BY_TIMES[times - beyond]! + beyond * COST_OF_MORE;
}

/** The company whose forming costs the others least, if that is less than leaving `row` out. */
function bestFor(grouping: Grouping, neighbours: Neighbours, row: number): Change | null {
  const most = costOf(grouping, row) - LEAST_GAIN;
  let best: Change | null = null;
  for (const company of companiesOf(grouping, neighbours, row)) {
    let cost = 0;
    let total = 0;
    grouping.attempt(
      () => {
        const alone = take(grouping, neighbours, company);
        cost = alone.reduce((sum, one) => sum + costOf(grouping, one), 0);
        total = grouping.total;
      },
      () => false,
    );
    if (cost > most) continue;
    if (!best || cost < best.cost || (cost === best.cost && total > best.total + LEAST_GAIN))
      best = { cost, total, company };
  }
  return best;
}

/** Forms the company, keeps together whom it leaves behind, and places whom it can; gives those who are alone then. */
function take(grouping: Grouping, neighbours: Neighbours, company: readonly number[]): number[] {
  const groups = [...new Set(company.map((row) => grouping.groupOf[row]!))].filter((group) => group !== ALONE);
  const behind = groups.map((group) => grouping.membersOf(group).filter((member) => !company.includes(member)));
  const kept = behind.filter((rest) => rest.length > 1 && grouping.worthOfRows(rest) !== FORBIDDEN);
  grouping.replace(groups, [company, ...kept]);
  const loose = behind.flat();
  placeLeftOut(grouping, neighbours, loose, CHAIN.short);
  return loose.filter((row) => grouping.groupOf[row] === ALONE);
}

/** Pods that `row` could be in: with a few partners wherever they are, or in the place of somebody in a partner's. */
function companiesOf(grouping: Grouping, neighbours: Neighbours, row: number): number[][] {
  const found: number[][] = [];
  const tried = Math.min(MOST_TRIED, neighbours.count[row]!);
  const extend = (company: readonly number[], from: number): void => {
    for (let place = from; place < tried; place += 1) {
      const wider = [...company, neighbours.of(row, place)];
      if (grouping.worthOfRows(wider) !== FORBIDDEN) found.push(wider);
      if (wider.length < MOST_MEMBERS) extend(wider, place + 1);
    }
  };
  extend([row], 0);
  const groups = new Set<number>();
  for (let place = 0; place < neighbours.count[row]!; place += 1)
    groups.add(grouping.groupOf[neighbours.of(row, place)]!);
  groups.delete(ALONE);
  for (const group of groups)
    for (const out of grouping.membersOf(group))
      if (grouping.worthWith(group, out, row) > 0)
        found.push([...grouping.membersOf(group).filter((member) => member !== out), row]);
  return found;
}
