import { MATCHING_WEIGHTS } from '../matching-weights';
import { ALONE, type Grouping, MOST_MEMBERS } from './grouping';
import { type Neighbours } from './neighbours';
import { FORBIDDEN, SIZE_WORTH } from './roster';

/** Placing one person more counts for more than any fit: no gain in fit leaves anybody out. */
const ONE_PLACED = 10;
/** Below this a gain is the rounding of sums. */
const LEAST_GAIN = 1e-9;
const BEST_SIZE_WORTH = Math.max(...SIZE_WORTH);

/** Groups that end and groups that begin. */
export interface Step {
  readonly before: readonly number[];
  readonly after: readonly (readonly number[])[];
}

/** What somebody could do with a neighbour. */
type Kind = 'none' | 'pair-off' | 'take-in' | 'join' | 'trade' | 'merge' | 'split';

/**
 * Finds the step of one person that gains most. Written without a closure or an object per step that is judged: this
 * runs some hundred million times in a large run.
 */
export class StepFinder {
  private gain = 0;
  private kind: Kind = 'none';
  private partner = ALONE;
  private out = ALONE;

  constructor(
    private readonly grouping: Grouping,
    private readonly neighbours: Neighbours,
  ) {}

  /** Looks at the first `width` neighbours of `row`; null when no step gains. */
  find(row: number, width: number): Step | null {
    this.gain = LEAST_GAIN;
    this.kind = 'none';
    const { grouping, neighbours } = this;
    const own = grouping.groupOf[row]!;
    const mostElse = BEST_SIZE_WORTH + (grouping.roster.hasMutualFavourites ? MATCHING_WEIGHTS.company : 0);
    const share = own === ALONE ? -1 : grouping.fitShareOf(row) + LEAST_GAIN - mostElse;
    const withoutMe = own === ALONE ? 0 : grouping.worthWith(own, row, ALONE);
    const count = Math.min(width, neighbours.count[row]!);
    if (own !== ALONE && grouping.sizeOf[own] === MOST_MEMBERS) this.judgeSplits(own);
    for (let place = 0; place < count && neighbours.fit(row, place) > share; place += 1) {
      const partner = neighbours.of(row, place);
      const theirs = grouping.groupOf[partner]!;
      if (theirs === ALONE) this.judgeSomebodyAlone(row, own, withoutMe, partner);
      else if (theirs !== own) this.judgeGroup(row, own, withoutMe, partner, theirs);
    }
    return this.kind === 'none' ? null : this.stepOf(row, own);
  }

  private note(gain: number, kind: Kind, partner: number, out: number): void {
    if (gain <= this.gain) return;
    this.gain = gain;
    this.kind = kind;
    this.partner = partner;
    this.out = out;
  }

  /** Leaving a pair leaves the other alone; coming from being alone places oneself. */
  private placedBy(row: number, group: number): number {
    if (group === ALONE) return ONE_PLACED;
    return this.grouping.sizeOf[group] === 2 && row !== ALONE ? -ONE_PLACED : 0;
  }

  private judgeSomebodyAlone(row: number, own: number, withoutMe: number, partner: number): void {
    const { grouping } = this;
    const ownWorth = own === ALONE ? 0 : grouping.worthOf[own]!;
    const asPair = withoutMe === FORBIDDEN ? FORBIDDEN : grouping.worthOfPair(row, partner);
    if (asPair !== FORBIDDEN)
      this.note(asPair + withoutMe - ownWorth + this.placedBy(row, own) + ONE_PLACED, 'pair-off', partner, ALONE);
    if (own === ALONE) return;
    const together = grouping.worthWith(own, ALONE, partner);
    if (together !== FORBIDDEN) this.note(together - ownWorth + ONE_PLACED, 'take-in', partner, ALONE);
  }

  private judgeGroup(row: number, own: number, withoutMe: number, partner: number, theirs: number): void {
    const { grouping } = this;
    const both = grouping.worthOf[theirs]! + (own === ALONE ? 0 : grouping.worthOf[own]!);
    const placed = this.placedBy(row, own);
    const theirSize = grouping.sizeOf[theirs]!;
    // Taking somebody's place places nobody, so it never beats a step that does.
    const mayTrade = own !== ALONE || this.gain < ONE_PLACED / 2;
    if (withoutMe !== FORBIDDEN) {
      const joined = grouping.worthWith(theirs, ALONE, row);
      if (joined !== FORBIDDEN) this.note(joined + withoutMe - both + placed, 'join', partner, ALONE);
      // Two pairs that swap partners are found as a trade, which leaves nobody alone.
      const mayLeave = theirSize > 2 || (own === ALONE ? mayTrade : grouping.sizeOf[own]! > 2);
      const withoutPartner = mayLeave ? grouping.worthWith(theirs, partner, ALONE) : FORBIDDEN;
      const asPair = withoutPartner === FORBIDDEN ? FORBIDDEN : grouping.worthOfPair(row, partner);
      if (asPair !== FORBIDDEN) {
        const gain = asPair + withoutMe + withoutPartner - both + placed + this.placedBy(partner, theirs);
        this.note(gain, 'pair-off', partner, ALONE);
      }
    }
    for (let place = 0; place < theirSize && mayTrade; place += 1) {
      const out = grouping.member(theirs, place);
      if (out === partner) continue;
      const withMe = grouping.worthWith(theirs, out, row);
      if (withMe === FORBIDDEN) continue;
      const withThem = own === ALONE ? 0 : grouping.worthWith(own, row, out);
      if (withThem !== FORBIDDEN) this.note(withMe + withThem - both, 'trade', partner, out);
    }
    if (own === ALONE) return;
    const merged = grouping.worthOfBoth(own, theirs);
    if (merged !== FORBIDDEN) this.note(merged - both, 'merge', partner, ALONE);
  }

  /** A pod of four as two pairs, in each of the three ways. */
  private judgeSplits(own: number): void {
    const { grouping } = this;
    for (let place = 1; place < MOST_MEMBERS; place += 1) {
      const [first, partner, ...rest] = this.split(own, grouping.member(own, place));
      const one = grouping.worthOfPair(first, partner);
      const two = grouping.worthOfPair(rest[0], rest[1]);
      if (one !== FORBIDDEN && two !== FORBIDDEN)
        this.note(one + two - grouping.worthOf[own]!, 'split', partner, ALONE);
    }
  }

  private split(group: number, partner: number): [number, number, number, number] {
    const [first, ...others] = this.grouping.membersOf(group) as [number, ...number[]];
    const [a, b] = others.filter((other) => other !== partner) as [number, number];
    return [first, partner, a, b];
  }

  private stepOf(row: number, own: number): Step {
    const { grouping, partner, out } = this;
    const theirs = grouping.groupOf[partner]!;
    const mine = own === ALONE ? [row] : grouping.membersOf(own);
    const others = mine.filter((member) => member !== row);
    const them = theirs === ALONE ? [partner] : grouping.membersOf(theirs);
    const before = [own, theirs].filter((group) => group !== ALONE);
    switch (this.kind) {
      case 'pair-off':
        return { before, after: [[row, partner], others, them.filter((member) => member !== partner)] };
      case 'join':
        return { before, after: [[...them, row], others] };
      case 'trade':
        return {
          before,
          after: [[...them.filter((member) => member !== out), row], own === ALONE ? [out] : [...others, out]],
        };
      case 'split': {
        const [a, b, c, d] = this.split(own, partner);
        return {
          before: [own],
          after: [
            [a, b],
            [c, d],
          ],
        };
      }
      default:
        return { before, after: [[...mine, ...them]] };
    }
  }
}
