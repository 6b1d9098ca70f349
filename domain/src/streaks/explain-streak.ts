import { countStreak, type CountedSlot, type StreakCount } from './count-streak';
import { type HistorySlot, judgeHistory, type Unused } from './judge-history';
import { type StreakHistory } from './streak-history';

export interface ExplainedSlot extends CountedSlot, Pick<HistorySlot, 'openAt' | 'dueAt' | 'graceEndsAt'> {}

export interface ExplainedStreak extends Omit<StreakCount, 'slots'> {
  readonly slots: readonly ExplainedSlot[];
  readonly unused: readonly Unused[];
}

/** The streak of a history as it stands at its `now`, with the rule that decided each slot (behaviours 1 to 16). */
export function explainStreak(history: StreakHistory): ExplainedStreak {
  const { slots: judged, unused } = judgeHistory(history);
  const count = countStreak(judged, { staked: history.staked });
  const slots = count.slots.map((slot, n): ExplainedSlot => {
    const { openAt, dueAt, graceEndsAt } = judged[n]!;
    return { ...slot, openAt, dueAt, graceEndsAt };
  });
  return { ...count, slots, unused };
}
