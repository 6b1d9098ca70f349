import { cellsOf } from './cells';
import { FORBIDDEN, HOURS_WORTH, type Roster } from './roster';
import { mix } from './turn';

/** Partners kept for each person; more make the search slower and hardly better. */
export const MOST_NEIGHBOURS = 24;
/** Up to this many people every pair is judged. */
const EXHAUSTIVE_SIZE = 1_500;
/** Possible partners judged for one person of a larger circle, and people looked at to find them. */
const MOST_JUDGED = 200;
const MOST_LOOKED_AT = 100_000_000;

/**
 * Each person's best partners. `of` gives a partner's row by `place`, 0 being the best; `bestFit(row, n)` is a bound on the fit of
 * the n-th best partner (from 0) among everybody, `FORBIDDEN` when there is certainly none.
 */
export class Neighbours {
  readonly count: Uint8Array;
  private readonly rows: Int32Array;
  private readonly fits: Float64Array;
  private readonly ties: Uint32Array;
  /** Nobody who was not looked at fits better than this. */
  private readonly unseen: Float64Array;

  constructor(private readonly roster: Roster) {
    this.count = new Uint8Array(roster.size);
    this.rows = new Int32Array(roster.size * MOST_NEIGHBOURS);
    this.fits = new Float64Array(roster.size * MOST_NEIGHBOURS);
    this.ties = new Uint32Array(roster.size * MOST_NEIGHBOURS);
    this.unseen = new Float64Array(roster.size).fill(FORBIDDEN);
    if (roster.size <= EXHAUSTIVE_SIZE) this.judgeEveryPair();
    else this.judgeByCells();
  }

  of(row: number, place: number): number {
    return this.rows[row * MOST_NEIGHBOURS + place]!;
  }

  fit(row: number, place: number): number {
    return this.fits[row * MOST_NEIGHBOURS + place]!;
  }

  bestFit(row: number, place: number): number {
    const known = place < this.count[row]! ? this.fit(row, place) : FORBIDDEN;
    return Math.max(known, this.unseen[row]!);
  }

  /** Whether everybody whom `row` may meet is among its partners here. */
  areAllKnown(row: number): boolean {
    return this.count[row]! < MOST_NEIGHBOURS && this.unseen[row] === FORBIDDEN;
  }

  private judgeEveryPair(): void {
    const { size } = this.roster;
    for (let a = 0; a < size; a += 1)
      for (let b = a + 1; b < size; b += 1) {
        const fit = this.roster.pairFit(a, b);
        if (fit === FORBIDDEN) continue;
        this.keep(a, b, fit);
        this.keep(b, a, fit);
      }
  }

  /**
   * Looks through the cells of alike people, those that could fit best first, until nobody better can come or enough
   * were judged. Costs time linear in the number of people; what it may have missed is in `unseen`.
   */
  private judgeByCells(): void {
    const { roster } = this;
    const cells = cellsOf(roster);
    // By powers of two, so that one person more does not change how far everybody else looks.
    const mostLookedAt = Math.ceil(MOST_LOOKED_AT / 2 ** Math.ceil(Math.log2(roster.size)));
    for (let row = 0; row < roster.size; row += 1) {
      const mostOfHours = HOURS_WORTH[roster.hourCount[row]!]!;
      let judged = 0;
      let lookedAt = 0;
      for (const cell of cells.from(row)) {
        const hope = cell.mostSoftFit + mostOfHours;
        if (this.count[row] === MOST_NEIGHBOURS && this.fit(row, MOST_NEIGHBOURS - 1) >= hope) break;
        // Everybody begins at their own turn, so that the first of a cell are not everybody's neighbours.
        let other = rowOfTurn(roster, cell.first, cell.end, roster.turn[row]!);
        let left = cell.end - cell.first;
        for (; left > 0 && judged < MOST_JUDGED && lookedAt < mostLookedAt; left -= 1) {
          if (other === cell.end) other = cell.first;
          const fit = roster.pairFit(row, other);
          lookedAt += 1;
          if (fit !== FORBIDDEN) {
            this.keep(row, other, fit);
            judged += 1;
          }
          other += 1;
        }
        if (left > 0) {
          this.unseen[row] = hope;
          break;
        }
      }
    }
  }

  /** Keeps `other` if among the best so far; ties fall by a draw of the two, so that alike people spread. */
  private keep(row: number, other: number, fit: number): void {
    const start = row * MOST_NEIGHBOURS;
    const count = this.count[row]!;
    const tie = mix(this.roster.turn[row]! ^ Math.imul(this.roster.turn[other]!, 0x9e3779b1));
    if (count === MOST_NEIGHBOURS && !this.isBetter(start + count - 1, fit, tie)) return;
    let place = start + Math.min(count, MOST_NEIGHBOURS - 1);
    for (; place > start && this.isBetter(place - 1, fit, tie); place -= 1) {
      this.rows[place] = this.rows[place - 1]!;
      this.fits[place] = this.fits[place - 1]!;
      this.ties[place] = this.ties[place - 1]!;
    }
    this.rows[place] = other;
    this.fits[place] = fit;
    this.ties[place] = tie;
    if (count < MOST_NEIGHBOURS) this.count[row] = count + 1;
  }

  private isBetter(place: number, fit: number, tie: number): boolean {
    return fit > this.fits[place]! || (fit === this.fits[place]! && tie > this.ties[place]!);
  }
}

/** The first row from `first` to `end`, a cell in turn order, whose turn is later than `turn`; `end` if none is. */
function rowOfTurn(roster: Roster, first: number, end: number, turn: number): number {
  let low = first;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (roster.turn[middle]! > turn) high = middle;
    else low = middle + 1;
  }
  return low;
}
