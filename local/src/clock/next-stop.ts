/** The farthest jump while the clock is moved: periodic work and demo people get their turn at least this often. */
export const LONGEST_STEP_MS = 3 * 60 * 60_000;

/** Where a moving clock stops next: at the first wish (an overdue one now), after the longest step, or at its aim. */
export function nextStop(p: { from: Date; to: Date; wishes: readonly (Date | null)[] }): Date {
  const from = p.from.getTime();
  const wished = p.wishes.flatMap((wish) => (wish ? [Math.max(wish.getTime(), from)] : []));
  return new Date(Math.min(p.to.getTime(), from + LONGEST_STEP_MS, ...wished));
}
