import { ALONE, type Grouping, MOST_MEMBERS } from './grouping';
import { type Neighbours } from './neighbours';
import { FORBIDDEN } from './roster';

/** Partners tried, in ones, twos and threes: some hundred companies. */
const MOST_TRIED = 10;

/** A group to form, and what it leaves of the groups that its members are in. */
interface Company {
  readonly rows: readonly number[];
  readonly placed: number;
  readonly worth: number;
}

/**
 * For those whom no chain places, because only a pod of three or four suits them: gathers partners wherever they are,
 * if more people have a place afterwards than before. Gives everybody whose group changed.
 */
export function gather(grouping: Grouping, neighbours: Neighbours, rows: readonly number[]): number[] {
  const touched: number[] = [];
  for (const row of rows) {
    if (grouping.groupOf[row] !== ALONE) continue;
    const best = bestCompany(grouping, neighbours, row);
    if (best) touched.push(...form(grouping, best.rows));
  }
  return touched;
}

function bestCompany(grouping: Grouping, neighbours: Neighbours, row: number): Company | null {
  const trial = Int32Array.of(row, ALONE, ALONE, ALONE);
  const tried = Math.min(MOST_TRIED, neighbours.count[row]!);
  let best: Company = { rows: [], placed: 0, worth: Number.POSITIVE_INFINITY };
  const extend = (size: number, from: number): void => {
    for (let place = from; place < tried; place += 1) {
      trial[size] = neighbours.of(row, place);
      const worth = grouping.roster.score(trial, size + 1);
      if (worth !== FORBIDDEN) {
        const found = judge(grouping, Array.from(trial.subarray(0, size + 1)), worth);
        if (found.placed > best.placed || (found.placed === best.placed && found.worth > best.worth)) best = found;
      }
      if (size + 1 < MOST_MEMBERS) extend(size + 1, place + 1);
    }
  };
  extend(1, 0);
  return best.rows.length > 0 ? best : null;
}

/** How many more are placed, and the change of worth, when `rows` leave their groups for one of their own. */
function judge(grouping: Grouping, rows: readonly number[], worth: number): Company {
  let placed = rows.length;
  let sum = worth;
  for (const { group, rest, worthOfRest } of leftBehind(grouping, rows)) {
    placed += (worthOfRest > 0 ? rest.length : 0) - grouping.sizeOf[group]!;
    sum += Math.max(0, worthOfRest) - grouping.worthOf[group]!;
  }
  return { rows, placed, worth: sum };
}

function leftBehind(
  grouping: Grouping,
  rows: readonly number[],
): { group: number; rest: number[]; worthOfRest: number }[] {
  const groups = new Set(rows.map((row) => grouping.groupOf[row]!));
  groups.delete(ALONE);
  return [...groups].map((group) => {
    const rest = grouping.membersOf(group).filter((member) => !rows.includes(member));
    return { group, rest, worthOfRest: grouping.worthOfRows(rest) };
  });
}

function form(grouping: Grouping, rows: readonly number[]): number[] {
  const behind = leftBehind(grouping, rows);
  const kept = behind.filter(({ worthOfRest }) => worthOfRest > 0).map(({ rest }) => rest);
  grouping.replace(
    behind.map(({ group }) => group),
    [rows, ...kept],
  );
  return [...rows, ...behind.flatMap(({ rest }) => rest)];
}
