import { type TimeZone } from '../../documents';
import { MIN_SHARED_HOURS } from '../can-meet';
import { type Candidate } from '../candidate';
import {
  FARTHEST_ZONES_MINUTES,
  MATCHING_WEIGHTS,
  PLACED,
  WIDEST_EXPERIENCE_GAP,
  WORTH_OF_HOURS,
  WORTH_OF_SIZE,
} from '../matching-weights';
import { DAY_MINUTES, waitShare } from '../scoring';
import { HOURS_IN_WEEK } from '../week-hours';
import { turnOf } from './turn';

/** Looked up once: where globals are proxied, as in tests, each look-up costs more than the multiplication. */
const { imul } = Math;
/** 168 hours in words of 32 bits. */
const WEEK_WORDS = Math.ceil(HOURS_IN_WEEK / 32);
/** A pair or group that a hard constraint forbids. */
export const FORBIDDEN = -1;
/** Comfort that nobody satisfies: `same` of somebody who named no gender. */
const NOBODY = -2;
const ANYBODY = -1;
const MOST_COUNTED = 255;

export const HOURS_WORTH = Float64Array.from(
  { length: HOURS_IN_WEEK + 1 },
  (_, hours) => MATCHING_WEIGHTS.sharedHours * (WORTH_OF_HOURS[Math.min(hours, WORTH_OF_HOURS.length - 1)] ?? 0),
);
export const SIZE_WORTH = [0, 0, ...([2, 3, 4] as const).map((size) => MATCHING_WEIGHTS.size * WORTH_OF_SIZE[size])];

/**
 * The order of a roster: people alike in focus, experience and zone offset side by side, and those in turn order. It
 * is the same however they came in.
 */
export function inRows(
  people: readonly Candidate[],
  p: { seed: number; offsetOf: (zone: TimeZone) => number },
): Candidate[] {
  return people
    .map((person) => ({ person, turn: turnOf(person.id, p.seed), offset: p.offsetOf(person.zone) }))
    .sort(
      (a, b) =>
        byText(a.person.focus ?? '', b.person.focus ?? '') ||
        a.person.experience - b.person.experience ||
        a.offset - b.offset ||
        a.turn - b.turn ||
        byText(a.person.id, b.person.id),
    )
    .map(({ person }) => person);
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The people of one circle (same track, language and age group) as columns of numbers, so that judging a pair costs
 * tens of nanoseconds. A row is a person, in the order of `inRows`; every row index comes from the roster itself, so a look-up
 * in its columns never misses. It judges exactly as `canAllMeet` and `scoreGroup` do.
 */
export class Roster {
  readonly size: number;
  readonly turn: Uint32Array;
  readonly hourCount: Uint8Array;
  /** Bit 2, 3 or 4 is set for each size that suits. */
  readonly sizes: Uint8Array;
  /** The part of the score that a person brings into any group: placed, and what the wait adds. */
  readonly base: Float64Array;
  /** How often in a row somebody was left out; more than 255 times are as many. */
  readonly leftOut: Uint8Array;
  readonly experience: Float64Array;
  readonly offset: Float64Array;
  readonly focus: Int32Array;
  private readonly styleWords: number;
  private readonly styles: Uint32Array;
  private readonly hasStyle: Uint8Array;
  private readonly week: Uint32Array;
  private readonly hasMutual: Uint8Array;
  private readonly gender: Int32Array;
  private readonly comfort: Int32Array;
  private readonly isKeptApart: Uint8Array;
  private readonly apart = new Set<number>();
  private readonly mutual = new Set<number>();

  /** Whether any two in this circle favour each other. */
  get hasMutualFavourites(): boolean {
    return this.mutual.size > 0;
  }

  /** Whether it is known who was left out before: then this run is one of many, and whoever would leave comes again. */
  readonly isOneOfMany: boolean;

  /** `people` as `inRows` orders them, all of one circle, ids unique. `offsetOf`: minutes a zone is ahead of UTC. */
  constructor(
    readonly people: readonly Candidate[],
    p: { now: Date; seed: number; offsetOf: (zone: TimeZone) => number },
  ) {
    const size = people.length;
    const genders = new Numbering();
    const focuses = new Numbering();
    const styles = new Numbering();
    for (const person of people) for (const style of person.styles) styles.of(style);
    this.size = size;
    this.styleWords = Math.max(1, Math.ceil(styles.count / 32));
    this.week = new Uint32Array(size * WEEK_WORDS);
    this.styles = new Uint32Array(size * this.styleWords);
    this.hasStyle = Uint8Array.from(people, (person) => (person.styles.length > 0 ? 1 : 0));
    this.hourCount = Uint8Array.from(people, (person) => new Set(person.hours).size);
    this.sizes = Uint8Array.from(people, (person) => person.sizes.reduce((bits, one) => bits | (1 << one), 0));
    this.turn = Uint32Array.from(people, (person) => turnOf(person.id, p.seed));
    this.experience = Float64Array.from(people, (person) => person.experience);
    this.offset = Float64Array.from(people, ({ zone }) => (p.offsetOf(zone) + DAY_MINUTES) % DAY_MINUTES);
    this.focus = Int32Array.from(people, ({ focus }) => (focus === null ? -1 : focuses.of(focus)));
    this.gender = Int32Array.from(people, ({ gender }) => (gender === null ? -1 : genders.of(gender)));
    this.comfort = Int32Array.from(people, ({ comfort, gender }) => {
      const wanted = comfort === 'same' ? gender : comfort;
      if (comfort === null) return ANYBODY;
      return wanted === null ? NOBODY : genders.of(wanted);
    });
    this.base = Float64Array.from(
      people,
      (person) => PLACED + MATCHING_WEIGHTS.waiting * waitShare(person.waitingSince, p.now),
    );
    this.isOneOfMany = people.some(({ leftOut }) => leftOut !== undefined);
    this.leftOut = Uint8Array.from(people, ({ leftOut = 0 }) => Math.min(leftOut, MOST_COUNTED));
    this.isKeptApart = new Uint8Array(size);
    this.hasMutual = new Uint8Array(size);
    people.forEach((person, row) => {
      for (const hour of person.hours) this.week[row * WEEK_WORDS + (hour >> 5)]! |= 1 << (hour & 31);
      for (const style of person.styles) {
        const number = styles.of(style);
        this.styles[row * this.styleWords + (number >> 5)]! |= 1 << (number & 31);
      }
    });
    this.noteRelations();
  }

  /** What a pair shares, from 0 to 0.17, and `FORBIDDEN` when they may not meet. No group of theirs fits better. */
  pairFit(a: number, b: number): number {
    const { week } = this;
    const startOfA = a * WEEK_WORDS;
    const startOfB = b * WEEK_WORDS;
    let hours = 0;
    for (let word = 0; word < WEEK_WORDS; word += 1) {
      const common = week[startOfA + word]! & week[startOfB + word]!;
      if (common !== 0) hours += bitCount(common);
    }
    if (hours < MIN_SHARED_HOURS || !this.mayMeet(a, b)) return FORBIDDEN;
    return HOURS_WORTH[hours]! + this.softFit(a, b, this.sharesStyle(a, b));
  }

  /** The score of the group in the first `size` of `rows`; `FORBIDDEN` when a hard constraint says so. */
  score(rows: Int32Array, size: number): number {
    let suited = 1 << size;
    for (let n = 0; n < size; n += 1) suited &= this.sizes[rows[n]!]!;
    if (suited === 0) return FORBIDDEN;
    const fit = this.fit(rows, size);
    if (fit === FORBIDDEN) return FORBIDDEN;
    let sum = size * (fit + SIZE_WORTH[size]!);
    for (let n = 0; n < size; n += 1) sum += this.base[rows[n]!]!;
    return this.mutual.size === 0 ? sum : sum + MATCHING_WEIGHTS.company * this.meetingAgain(rows, size);
  }

  /** What anything but hours adds for a pair. */
  softFit(a: number, b: number, sharesStyle: boolean): number {
    return softWorth(this.gap(a, b), this.minutesApart(a, b), this.sharesFocus(a, b), sharesStyle);
  }

  private fit(rows: Int32Array, size: number): number {
    const hours = this.commonHours(rows, size);
    if (hours < MIN_SHARED_HOURS) return FORBIDDEN;
    let gap = 0;
    let apart = 0;
    let isFocused = true;
    let isStylish = true;
    for (let n = 1; n < size; n += 1) {
      const b = rows[n]!;
      for (let m = 0; m < n; m += 1) {
        const a = rows[m]!;
        if (!this.mayMeet(a, b)) return FORBIDDEN;
        const pairGap = this.gap(a, b);
        const pairApart = this.minutesApart(a, b);
        if (pairGap > gap) gap = pairGap;
        if (pairApart > apart) apart = pairApart;
        isFocused = isFocused && this.sharesFocus(a, b);
        isStylish = isStylish && this.sharesStyle(a, b);
      }
    }
    return HOURS_WORTH[hours]! + softWorth(gap, apart, isFocused, isStylish);
  }

  private commonHours(rows: Int32Array, size: number): number {
    let hours = 0;
    for (let word = 0; word < WEEK_WORDS; word += 1) {
      let common = this.week[rows[0]! * WEEK_WORDS + word]!;
      for (let n = 1; n < size && common !== 0; n += 1) common &= this.week[rows[n]! * WEEK_WORDS + word]!;
      hours += bitCount(common);
    }
    return hours;
  }

  /** All but hours, which concern the group as a whole. */
  private mayMeet(a: number, b: number): boolean {
    const wantedByA = this.comfort[a]!;
    const wantedByB = this.comfort[b]!;
    if (wantedByA !== ANYBODY && wantedByA !== this.gender[b]) return false;
    if (wantedByB !== ANYBODY && wantedByB !== this.gender[a]) return false;
    if (a === b) return false;
    return this.isKeptApart[a] === 0 || this.isKeptApart[b] === 0 || !this.apart.has(this.keyOf(a, b));
  }

  private gap(a: number, b: number): number {
    const gap = this.experience[a]! - this.experience[b]!;
    return gap < 0 ? -gap : gap;
  }

  /** `clockDistance`, of offsets that lie within a day. */
  private minutesApart(a: number, b: number): number {
    const difference = this.offset[a]! - this.offset[b]!;
    const apart = difference < 0 ? -difference : difference;
    return apart > FARTHEST_ZONES_MINUTES ? DAY_MINUTES - apart : apart;
  }

  private sharesFocus(a: number, b: number): boolean {
    return this.focus[a]! < 0 || this.focus[b]! < 0 || this.focus[a] === this.focus[b];
  }

  private sharesStyle(a: number, b: number): boolean {
    if (this.hasStyle[a] === 0 || this.hasStyle[b] === 0) return true;
    for (let word = 0; word < this.styleWords; word += 1)
      if ((this.styles[a * this.styleWords + word]! & this.styles[b * this.styleWords + word]!) !== 0) return true;
    return false;
  }

  private meetingAgain(rows: Int32Array, size: number): number {
    let count = 0;
    for (let n = 0; n < size; n += 1) {
      const person = rows[n]!;
      if (this.hasMutual[person] === 0) continue;
      for (let m = 0; m < size; m += 1)
        if (this.mutual.has(this.keyOf(person, rows[m]!))) {
          count += 1;
          break;
        }
    }
    return count;
  }

  /** A pair's key, the same from both sides; below 2^53 for 90 million people. */
  private keyOf(a: number, b: number): number {
    return a < b ? a * this.size + b : b * this.size + a;
  }

  private noteRelations(): void {
    const rowOf = new Map(this.people.map((person, row) => [person.id, row]));
    const each = (ids: readonly string[], row: number, note: (other: number) => void): void => {
      for (const id of ids) {
        const other = rowOf.get(id);
        if (other !== undefined && other !== row) note(other);
      }
    };
    const favoured = new Set<number>();
    this.people.forEach((person, row) =>
      each(person.favourites, row, (other) => favoured.add(row * this.size + other)),
    );
    for (const one of favoured) {
      const [row, other] = [Math.floor(one / this.size), one % this.size];
      if (!favoured.has(other * this.size + row)) continue;
      this.mutual.add(this.keyOf(row, other));
      this.hasMutual[row] = 1;
    }
    const keepApart = (a: number, b: number): void => {
      this.apart.add(this.keyOf(a, b));
      this.isKeptApart[a] = 1;
      this.isKeptApart[b] = 1;
    };
    this.people.forEach((person, row) => {
      each(person.blocks, row, (other) => keepApart(row, other));
      each(person.recent, row, (other) => {
        if (!this.mutual.has(this.keyOf(row, other))) keepApart(row, other);
      });
    });
  }
}

const softWorth = (gap: number, apart: number, isFocused: boolean, isStylish: boolean): number =>
  MATCHING_WEIGHTS.experience * (gap < WIDEST_EXPERIENCE_GAP ? 1 - gap / WIDEST_EXPERIENCE_GAP : 0) +
  MATCHING_WEIGHTS.zone * (1 - apart / FARTHEST_ZONES_MINUTES) +
  (isFocused ? MATCHING_WEIGHTS.goal : 0) +
  (isStylish ? MATCHING_WEIGHTS.style : 0);

/** How many bits of 32 are set. */
function bitCount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Small numbers for names, in the order in which they are asked for. */
class Numbering {
  private readonly numbers = new Map<string, number>();

  get count(): number {
    return this.numbers.size;
  }

  of(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    this.numbers.set(name, this.numbers.size);
    return this.numbers.size - 1;
  }
}
