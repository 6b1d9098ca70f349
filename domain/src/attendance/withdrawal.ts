/** Called off this long before, an absence leaves no trace; less, and it is excused; less still, it is half of one (behaviour 27). */
const NO_TRACE_FROM_MS = 12 * 3_600_000;
const EXCUSED_FROM_MS = 2 * 3_600_000;

export type Withdrawal = 'no-trace' | 'excused' | 'half';

/** What calling off at `withdrewAt` makes of not coming. */
export function withdrawalOf(withdrewAt: Date, startsAt: Date): Withdrawal {
  const aheadMs = startsAt.getTime() - withdrewAt.getTime();
  if (aheadMs >= NO_TRACE_FROM_MS) return 'no-trace';
  return aheadMs >= EXCUSED_FROM_MS ? 'excused' : 'half';
}
