import { type LocalDay, type TimeZone, type WallTime } from '../documents';
import { addDays, instantsAt } from './local-time';

/** 12 elapsed hours, whatever the clocks do meanwhile (behaviour 2). */
export const GRACE_MS = 12 * 60 * 60 * 1000;

/** Behaviour 4. */
export const TRAVEL = {
  laterEndEveryMs: 7 * 24 * 60 * 60 * 1000, // so that flying west each day does not stretch every day
  leastDayMs: 12 * 60 * 60 * 1000, // a shorter remnant is no day to do anything in
} as const;
/** Behaviour 5: nobody's day is changed under their hands. */
const UNTOUCHED_BEFORE_END_MS = 6 * 60 * 60 * 1000;

/** The member said, at `at`, that their days follow another zone, or begin at another time, from now on. */
export type DayMove =
  { readonly at: Date; readonly zone: TimeZone } | { readonly at: Date; readonly dayStart: WallTime };

/** One day as the member lived it: 23 to 25 hours at home, more or fewer where they travelled. */
export interface LivedDay {
  readonly label: LocalDay;
  /** Dates whose remnants went up in this day, oldest first; mostly none. */
  readonly merged: readonly LocalDay[];
  /** Where the day began. */
  readonly zone: TimeZone;
  readonly dayStart: WallTime;
  readonly openAt: Date;
  readonly dueAt: Date;
}

/**
 * The days from `start` on, `count` dates, as the member lived them (behaviours 1, 2, 4 and 5): from `dayStart` of a
 * date to `dayStart` of the next. The end of the running day has two candidates when its member moves, one in each
 * zone: it ends at the later of them, and for further moves within 7 days at the earlier. A candidate that had passed
 * is none. What would be shorter than 12 hours goes up in the next day, so that neither a flight nor the date line
 * leaves a gap, and no date comes twice.
 */
export function livedDays(p: {
  zone: TimeZone;
  dayStart: WallTime;
  start: LocalDay;
  count: number;
  moves: readonly DayMove[];
}): LivedDay[] {
  const last = addDays(p.start, p.count - 1);
  const walk = new Walk(p.zone, p.dayStart, p.moves);
  walk.settleBefore(p.start);
  const days: LivedDay[] = [];
  for (let next = p.start; next <= last;) {
    const day = walk.live(next, last);
    days.push(day);
    next = addDays(day.label, 1);
  }
  return days;
}

/** Goes from day to day and makes each move when its time comes. */
class Walk {
  private readonly moves: readonly DayMove[];
  private moved = 0;
  /** When the day before ended, where a move decided that; null where the clocks did. */
  private endedAt: Date | null = null;
  /** The move that began the last 7 days of at most one later end. */
  private laterEndAt: Date | null = null;

  private last: { label: LocalDay; zone: TimeZone; dayStart: WallTime; start: Date; deadline: Date } | null = null;

  constructor(
    private zone: TimeZone,
    private dayStart: WallTime,
    moves: readonly DayMove[],
  ) {
    this.moves = [...moves].sort((a, b) => a.at.getTime() - b.at.getTime());
  }

  /** Moves before the first day: nothing is running that they could end. */
  settleBefore(start: LocalDay): void {
    for (let move = this.moves[this.moved]; move; move = this.moves[this.moved]) {
      if (move.at >= this.startOf(start).start) return;
      this.follow(move);
      this.moved += 1;
    }
  }

  live(first: LocalDay, last: LocalDay): LivedDay {
    const { zone, dayStart } = this;
    const openAt = this.endedAt ?? this.startOf(first).start;
    const merged: LocalDay[] = [];
    let label = first;
    let dueAt = this.endOf(label);
    while (dueAt.getTime() - openAt.getTime() < TRAVEL.leastDayMs) {
      merged.push(label);
      label = addDays(label, 1);
      dueAt = this.endOf(label);
    }
    if (label <= last) return { label, merged, zone, dayStart, openAt, dueAt };
    // The last day of all has no next to go up in: it lasts until the next one's end.
    return { label: last, merged: merged.filter((day) => day < last), zone, dayStart, openAt, dueAt };
  }

  /** When the day of that date ends, once all the moves within it are made. */
  private endOf(label: LocalDay): Date {
    const endHere = (): Date => this.startOf(addDays(label, 1)).deadline;
    let end = endHere();
    this.endedAt = null;
    for (let move = this.moves[this.moved]; move && move.at < end; move = this.moves[this.moved]) {
      this.moved += 1;
      if (!this.follow(move)) continue;
      end = this.chosenEnd(move, end, endHere());
      this.endedAt = end;
    }
    return end;
  }

  private chosenEnd(move: DayMove, end: Date, candidate: Date): Date {
    if ('dayStart' in move) {
      const isAlmostOver = end.getTime() - move.at.getTime() < UNTOUCHED_BEFORE_END_MS;
      return isAlmostOver || candidate >= end || candidate <= move.at ? end : candidate;
    }
    const isFurther =
      this.laterEndAt !== null && move.at.getTime() - this.laterEndAt.getTime() < TRAVEL.laterEndEveryMs;
    if (!isFurther) this.laterEndAt = move.at;
    if (candidate <= move.at) return end;
    const isLater = candidate > end;
    return isLater === isFurther ? end : candidate;
  }

  /** By the clocks of here and now. The last one is kept: the end of a day is the start of the next. */
  private startOf(label: LocalDay): { start: Date; deadline: Date } {
    const { zone, dayStart } = this;
    if (this.last?.label === label && this.last.zone === zone && this.last.dayStart === dayStart) return this.last;
    this.last = { label, zone, dayStart, ...instantsAt(label, dayStart, zone) };
    return this.last;
  }

  /** Whether the move changes anything. */
  private follow(move: DayMove): boolean {
    const before = [this.zone, this.dayStart].join();
    if ('zone' in move) this.zone = move.zone;
    else this.dayStart = move.dayStart;
    return before !== [this.zone, this.dayStart].join();
  }
}
