import { type Roster } from './roster';

/** People of one focus, experience and zone offset: the rows from `first` up to, not including, `end`. */
export interface Cell {
  readonly first: number;
  readonly end: number;
  /** The most that anything but hours adds for a pair with somebody of the cell that was asked for. */
  readonly mostSoftFit: number;
}

/** All cells of a roster, whose rows lie side by side. `from(row)` lists them, those that may fit the row best first. */
export function cellsOf(roster: Roster): { from(row: number): readonly Cell[] } {
  const cells: { first: number; end: number }[] = [];
  const cellOf = new Int32Array(roster.size);
  for (let row = 0; row < roster.size; row += 1) {
    const last = cells.at(-1);
    if (last && isAlike(roster, last.first, row)) last.end = row + 1;
    else cells.push({ first: row, end: row + 1 });
    cellOf[row] = cells.length - 1;
  }
  const known = new Map<number, readonly Cell[]>();
  const lookAhead = (row: number): readonly Cell[] =>
    cells
      .map((cell) => ({ ...cell, mostSoftFit: roster.softFit(row, cell.first, true) }))
      .sort((a, b) => b.mostSoftFit - a.mostSoftFit || a.first - b.first);
  return {
    from: (row) => {
      const cell = cellOf[row]!;
      const ahead = known.get(cell) ?? lookAhead(row);
      known.set(cell, ahead);
      return ahead;
    },
  };
}

const isAlike = (roster: Roster, a: number, b: number): boolean =>
  roster.focus[a] === roster.focus[b] &&
  roster.experience[a] === roster.experience[b] &&
  roster.offset[a] === roster.offset[b];
