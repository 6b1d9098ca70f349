/** From one instant to a later one; both ends belong to it. */
export interface Interval {
  readonly from: Date;
  readonly to: Date;
}

/** The same time in the fewest intervals, in order of time. */
export function unionOf(intervals: readonly Interval[]): Interval[] {
  const sorted = [...intervals].sort((a, b) => a.from.getTime() - b.from.getTime() || a.to.getTime() - b.to.getTime());
  return sorted.reduce<Interval[]>((union, { from, to }) => {
    const last = union.at(-1);
    if (!last || from > last.to) return [...union, { from, to }];
    return to > last.to ? [...union.slice(0, -1), { from: last.from, to }] : union;
  }, []);
}

/** What of them lies within the window, its ends included. */
export const within = <T extends Interval>(intervals: readonly T[], window: Interval): T[] =>
  intervals
    .map((interval) => ({
      ...interval,
      from: new Date(Math.max(interval.from.getTime(), window.from.getTime())),
      to: new Date(Math.min(interval.to.getTime(), window.to.getTime())),
    }))
    .filter(({ from, to }) => from <= to);

/** Milliseconds that a union covers. */
export const lengthOf = (union: readonly Interval[]): number =>
  union.reduce((sum, { from, to }) => sum + to.getTime() - from.getTime(), 0);
