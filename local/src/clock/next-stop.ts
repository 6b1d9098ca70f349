/** The farthest jump while the clock is moved: periodic work and demo people get their turn at least this often. */
export const LONGEST_STEP_MS = 60 * 60_000;

/** Where a moving clock stops next: at the next delayed work, after the longest step, or at its aim. */
export function nextStop(p: { from: Date; to: Date; nextTaskAt: Date | null }): Date {
  const stops = [p.to.getTime(), p.from.getTime() + LONGEST_STEP_MS];
  if (p.nextTaskAt) stops.push(Math.max(p.nextTaskAt.getTime(), p.from.getTime()));
  return new Date(Math.min(...stops));
}
