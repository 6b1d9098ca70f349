import { type Slot, type SlotRuling, type SlotState, type StreakDay } from '../documents';
import { countStreak, type StreakCount } from './count-streak';

export interface StreakFold extends Omit<StreakCount, 'slots'> {
  readonly days: StreakDay[];
}

/** The streak of one sprint from its stored slots: the same count as over a history (behaviour 16). */
export function foldStreak(slots: readonly Slot[]): StreakFold {
  const ids = new Map(slots.map(({ seq, id }) => [seq, id]));
  const judged = slots.map(({ seq, label, state, ruling }) => ({ seq, label, state, ruling: ruling ?? USUAL[state] }));
  const { slots: counted, ...count } = countStreak(judged, { staked: false });
  const days = counted.map(({ seq, label, state, reason, lengthAfter }) => ({
    slotId: ids.get(seq)!,
    seq,
    label,
    state,
    reason,
    lengthAfter,
  }));
  return { ...count, days };
}

/** Of slots that were decided before rules were noted. */
const USUAL: Readonly<Record<SlotState, SlotRuling | null>> = {
  open: null,
  done: 'in-time',
  late: 'in-grace',
  missed: 'not-kept',
  frozen: 'not-kept',
  excused: 'pod-changed',
  rest: 'rest',
  madeUp: 'made-up',
};
