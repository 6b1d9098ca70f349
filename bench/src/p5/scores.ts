import { type MatchWhy } from '@podmates/domain';
import { type Candidate, canMeet, scoreGroup, scoreOf } from '@podmates/domain/matching';
import {
  FARTHEST_ZONES_MINUTES,
  WIDEST_EXPERIENCE_GAP,
  WORTH_OF_HOURS,
  WORTH_OF_SIZE,
} from '../../../domain/src/matching/matching-weights';
import { clockDistance, offsetMinutes, waitShare } from '../../../domain/src/matching/scoring';
import { circlesOf } from './circles';
import { Draw } from './draw';

const HOURS_IN_WORD = 28; // six words for the 168 hours of a week
const WORDS = 6;
const LEAST_HOURS = 2;
const MOST_MEMBERS = 4;

/**
 * The score of groups as `scoreGroup` gives it, some twenty times faster: whatever is tried against the engine must
 * not lose by slow sums. A person is a place in the list of people.
 */
export class Scores {
  private readonly hours: Int32Array;
  private readonly circle: Int32Array;
  private readonly offset: readonly number[];
  private readonly wait: readonly number[];
  /** Whoever has named somebody, or minds who comes: pairs of all others need no second look. */
  private readonly isChoosy: readonly boolean[];

  constructor(
    private readonly people: readonly Candidate[],
    now: Date,
  ) {
    const offsets = new Map(
      [...new Set(people.map(({ zone }) => zone))].map((zone) => [zone, offsetMinutes(zone, now)]),
    );
    this.offset = people.map(({ zone }) => offsets.get(zone)!);
    this.wait = people.map(({ waitingSince }) => waitShare(waitingSince, now));
    this.isChoosy = people.map(
      (one) => one.comfort !== null || one.blocks.length + one.recent.length + one.favourites.length > 0,
    );
    this.circle = new Int32Array(people.length);
    circlesOf(people).forEach((circle, number) => {
      for (const nth of circle) this.circle[nth] = number;
    });
    this.hours = new Int32Array(people.length * WORDS);
    people.forEach(({ hours }, nth) => {
      for (const hour of hours) {
        this.hours[nth * WORDS + Math.floor(hour / HOURS_IN_WORD)]! |= 1 << (hour % HOURS_IN_WORD);
      }
    });
  }

  mayMeet(a: number, b: number): boolean {
    if (a === b || this.circle[a] !== this.circle[b] || this.sharedHours([a, b]) < LEAST_HOURS) return false;
    return (!this.isChoosy[a] && !this.isChoosy[b]) || canMeet(this.people[a]!, this.people[b]!);
  }

  /** Zero for a group that may not be. */
  of(group: readonly number[]): number {
    const why = this.why(group);
    return why ? scoreOf(why, group.length) : 0;
  }

  /**
   * How well everybody in the group fits: the score for each without what the waits add, which whoever has waited
   * brings into any group and is no merit of this one. Zero for a group that may not be, and for nobody's company.
   */
  fit(group: readonly number[]): number {
    const why = this.why(group);
    return why ? scoreOf({ ...why, waiting: 0 }, 1) : 0;
  }

  private why(group: readonly number[]): MatchWhy | null {
    const size = group.length;
    const hours = size < 2 || size > MOST_MEMBERS ? 0 : this.sharedHours(group);
    if (hours < LEAST_HOURS) return null;
    let [gap, apart, isOneGoal, isOneStyle] = [0, 0, true, true];
    for (let n = 0; n < size; n += 1) {
      const a = this.people[group[n]!]!;
      if (!a.sizes.includes(size)) return null;
      for (let m = n + 1; m < size; m += 1) {
        if (!this.mayMeet(group[n]!, group[m]!)) return null;
        const b = this.people[group[m]!]!;
        gap = Math.max(gap, Math.abs(a.experience - b.experience));
        apart = Math.max(apart, clockDistance(this.offset[group[n]!]!, this.offset[group[m]!]!));
        isOneGoal &&= a.focus === null || b.focus === null || a.focus === b.focus;
        isOneStyle &&= a.styles.length === 0 || b.styles.length === 0 || a.styles.some((one) => b.styles.includes(one));
      }
    }
    return {
      sharedHours: WORTH_OF_HOURS[Math.min(hours, WORTH_OF_HOURS.length - 1)]!,
      goal: isOneGoal ? 1 : 0,
      experience: Math.max(0, 1 - gap / WIDEST_EXPERIENCE_GAP),
      style: isOneStyle ? 1 : 0,
      zone: 1 - apart / FARTHEST_ZONES_MINUTES,
      size: WORTH_OF_SIZE[size as keyof typeof WORTH_OF_SIZE],
      company: this.favoured(group) / size,
      waiting: group.reduce((sum, nth) => sum + this.wait[nth]!, 0) / size,
    };
  }

  private favoured(group: readonly number[]): number {
    let count = 0;
    for (const one of group) {
      const { id, favourites } = this.people[one]!;
      const isMutual = (other: Candidate): boolean => favourites.includes(other.id) && other.favourites.includes(id);
      if (favourites.length > 0 && group.some((other) => isMutual(this.people[other]!))) count += 1;
    }
    return count;
  }

  private sharedHours(group: readonly number[]): number {
    let shared = 0;
    for (let word = 0; word < WORDS; word += 1) {
      let bits = this.hours[group[0]! * WORDS + word]!;
      for (let n = 1; n < group.length; n += 1) bits &= this.hours[group[n]! * WORDS + word]!;
      for (; bits !== 0; bits &= bits - 1) shared += 1;
    }
    return shared;
  }
}

const LOOKS = 2_000;
const ROUNDING = 1e-9;

/** Throws unless the quick scores are the product's, on groups drawn at random; a peer with other scores proves nothing. */
export function checkScores(people: readonly Candidate[], now: Date, seed: number): void {
  const draw = new Draw(seed);
  const scores = new Scores(people, now);
  const circles = circlesOf(people).filter((circle) => circle.length > 1);
  for (let look = 0; look < LOOKS; look += 1) {
    const group = draw.some(draw.of(circles), draw.integer(2, MOST_MEMBERS));
    const members = group.map((nth) => people[nth]!);
    const wanted = scoreGroup(members, now)?.score ?? 0;
    if (Math.abs(scores.of(group) - wanted) > ROUNDING) {
      throw new Error(`${members.map(({ id }) => id).join(', ')}: ${scores.of(group)} is not ${wanted}.`);
    }
  }
}
