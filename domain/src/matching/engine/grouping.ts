import { FORBIDDEN, type Roster } from './roster';

export const MOST_MEMBERS = 4;
/** Not in a group. */
export const ALONE = -1;

/**
 * Who is with whom, and what it is worth. A group is a number; its members stand in four places of one column.
 * Nothing here decides: it judges a group with somebody in or out, and keeps the books when that is done.
 */
export class Grouping {
  readonly groupOf: Int32Array;
  readonly sizeOf: Uint8Array;
  readonly worthOf: Float64Array;
  /** People in groups, and the sum of the groups' worths. */
  placed = 0;
  total = 0;
  private readonly members: Int32Array;
  private readonly spare: number[] = [];
  private used = 0;
  private readonly trial = new Int32Array(MOST_MEMBERS);
  private journal: Change[] | null = null;

  constructor(readonly roster: Roster) {
    const most = Math.ceil(roster.size / 2) + 1;
    this.groupOf = new Int32Array(roster.size).fill(ALONE);
    this.sizeOf = new Uint8Array(most);
    this.worthOf = new Float64Array(most);
    this.members = new Int32Array(most * MOST_MEMBERS);
  }

  member(group: number, place: number): number {
    return this.members[group * MOST_MEMBERS + place]!;
  }

  membersOf(group: number): number[] {
    return Array.from(this.members.subarray(group * MOST_MEMBERS, group * MOST_MEMBERS + this.sizeOf[group]!));
  }

  /** The worth of `group` (which may be `ALONE`: nobody) without `out` and with `into`; 0 for one or nobody left. */
  worthWith(group: number, out: number, into: number): number {
    let size = 0;
    if (group !== ALONE)
      for (let place = 0; place < this.sizeOf[group]!; place += 1) {
        const member = this.member(group, place);
        if (member !== out) this.trial[size++] = member;
      }
    if (into !== ALONE) {
      if (size === MOST_MEMBERS) return FORBIDDEN;
      this.trial[size++] = into;
    }
    return size < 2 ? 0 : this.roster.score(this.trial, size);
  }

  /** The worth of all members of both groups as one. */
  worthOfBoth(a: number, b: number): number {
    const sizeOfA = this.sizeOf[a]!;
    const sizeOfB = this.sizeOf[b]!;
    if (sizeOfA + sizeOfB > MOST_MEMBERS) return FORBIDDEN;
    for (let place = 0; place < sizeOfA; place += 1) this.trial[place] = this.member(a, place);
    for (let place = 0; place < sizeOfB; place += 1) this.trial[sizeOfA + place] = this.member(b, place);
    return this.roster.score(this.trial, sizeOfA + sizeOfB);
  }

  /** The worth of these as a group; 0 for one or nobody. */
  worthOfRows(rows: readonly number[]): number {
    if (rows.length < 2) return 0;
    rows.forEach((row, place) => (this.trial[place] = row));
    return this.roster.score(this.trial, rows.length);
  }

  worthOfPair(a: number, b: number): number {
    this.trial[0] = a;
    this.trial[1] = b;
    return this.roster.score(this.trial, 2);
  }

  /** Each member's share of what the group is worth beyond being placed and having waited; 0 for somebody alone. */
  fitShareOf(row: number): number {
    const group = this.groupOf[row]!;
    if (group === ALONE) return 0;
    const size = this.sizeOf[group]!;
    let fit = this.worthOf[group]!;
    for (let place = 0; place < size; place += 1) fit -= this.roster.base[this.member(group, place)]!;
    return fit / size;
  }

  /** Makes a group of rows that are alone. Its worth must not be `FORBIDDEN`. */
  form(rows: readonly number[]): number {
    const group = this.spare.pop() ?? this.used++;
    rows.forEach((row, place) => {
      this.members[group * MOST_MEMBERS + place] = row;
      this.trial[place] = row;
      this.groupOf[row] = group;
    });
    this.sizeOf[group] = rows.length;
    this.worthOf[group] = this.roster.score(this.trial, rows.length);
    this.placed += rows.length;
    this.total += this.worthOf[group]!;
    this.journal?.push({ formed: group });
    return group;
  }

  /** Leaves everybody of the group alone. */
  dissolve(group: number): number[] {
    const rows = this.membersOf(group);
    for (const row of rows) this.groupOf[row] = ALONE;
    this.placed -= rows.length;
    this.total -= this.worthOf[group]!;
    this.sizeOf[group] = 0;
    this.spare.push(group);
    this.journal?.push({ dissolved: rows });
    return rows;
  }

  /** Ends these groups and makes those; whoever is left over, or alone in one of the new ones, is alone. */
  replace(before: readonly number[], after: readonly (readonly number[])[]): void {
    for (const group of before) if (group !== ALONE) this.dissolve(group);
    for (const rows of after) if (rows.length > 1) this.form(rows);
  }

  /** Tries `change`; unless `isKept` says so afterwards, everything is as it was, down to the groups' numbers. */
  attempt(change: () => void, isKept: () => boolean): boolean {
    const journal: Change[] = [];
    this.journal = journal;
    change();
    this.journal = null;
    if (isKept()) return true;
    for (const { formed, dissolved } of journal.reverse()) {
      if (formed !== undefined) this.dissolve(formed);
      if (dissolved !== undefined) this.form(dissolved);
    }
    return false;
  }
}

interface Change {
  readonly formed?: number;
  readonly dissolved?: readonly number[];
}
