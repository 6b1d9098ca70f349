import { type Draw, type Weighted } from './draw';

/** A stretch of somebody's own week; `day` 0 is Monday, `start` an hour of the day. */
export interface WeeklyWindow {
  readonly day: number;
  readonly start: number;
  readonly hours: number;
}

const HOURS_IN_WEEK = 168;
const DAY = 24;
const WORKDAYS: readonly number[] = [0, 1, 2, 3, 4];
const WEEKEND: readonly number[] = [5, 6];

type Rhythm = 'evenings' | 'mornings' | 'noons' | 'shifts';

const RHYTHMS: Weighted<Rhythm> = [
  ['evenings', 62],
  ['mornings', 20],
  ['noons', 6],
  ['shifts', 12],
];
const EARLIEST = { evenings: 17, mornings: 5, noons: 11, shifts: 0 } as const satisfies Record<Rhythm, number>;
const LATEST_AFTER_HOURS = { evenings: 3, mornings: 2, noons: 1, shifts: 21 } as const satisfies Record<Rhythm, number>;

/** When somebody with a job is free: two to five days of one rhythm, and for half of them a stretch of the weekend. */
export function windowsOfSomebody(draw: Draw): WeeklyWindow[] {
  const rhythm = draw.weighted(RHYTHMS);
  const usual = EARLIEST[rhythm] + draw.integer(0, LATEST_AFTER_HOURS[rhythm]);
  const windows = draw.some(WORKDAYS, draw.integer(2, 5)).map((day) => ({
    day,
    start: usual + draw.weighted(SHIFTED),
    hours: draw.integer(2, 4),
  }));
  if (draw.chance(0.5)) {
    windows.push({ day: draw.of(WEEKEND), start: draw.integer(8, 18), hours: draw.integer(2, 5) });
  }
  return windows;
}

/** Not every day is like the others. */
const SHIFTED: Weighted<number> = [
  [0, 80],
  [-1, 10],
  [1, 10],
];

/** Short windows anywhere in the week, related to nothing. */
export const windowsAtRandom = (draw: Draw): WeeklyWindow[] =>
  Array.from({ length: draw.integer(2, 4) }, () => ({
    day: draw.integer(0, 6),
    start: draw.integer(0, DAY - 1),
    hours: draw.integer(2, 3),
  }));

/** The full hours of the UTC week inside these windows, ascending, for a clock `offset` hours ahead of UTC. */
export function utcHours(windows: readonly WeeklyWindow[], offset: number): number[] {
  const hours = new Set<number>();
  for (const { day, start, hours: length } of windows) {
    const from = day * DAY + start - offset;
    for (let hour = Math.ceil(from); hour + 1 <= from + length; hour += 1) {
      hours.add((hour + HOURS_IN_WEEK) % HOURS_IN_WEEK);
    }
  }
  return [...hours].sort((a, b) => a - b);
}
