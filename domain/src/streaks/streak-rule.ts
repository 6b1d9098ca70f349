import { type Slot, type StreakDay } from '../documents';

/** Behaviour 12. */
export const FREEZES = {
  atStart: 1, // the first miss of a newcomer should not be the end
  cap: 2, // more would let a week go by unnoticed
  countedPerToken: 7, // about two weeks of three slots
} as const;

export interface StreakFold {
  readonly current: number;
  readonly best: number;
  readonly lateCount: number;
  readonly freezeTokens: number;
  readonly days: StreakDay[];
}

/** What the fold carries from slot to slot. */
interface Tally {
  current: number;
  best: number;
  lateCount: number;
  freezeTokens: number;
  /** Slots that counted so far; each seventh earns a freeze. */
  counted: number;
}

/**
 * The streak of one sprint: a pure fold over its slots by `seq` (behaviours 10–12 and 16), whatever order they come
 * in. A slot done or late adds one; rest, excused and open ones change nothing; a missed one costs a freeze, and
 * without one the count begins again. Because freezes are spent here and stored nowhere else, a miss that is
 * overturned gives its freeze back.
 */
export function foldStreak(slots: readonly Slot[]): StreakFold {
  const tally: Tally = { current: 0, best: 0, lateCount: 0, freezeTokens: FREEZES.atStart, counted: 0 };
  const days = [...slots].sort((a, b) => a.seq - b.seq).map((slot) => countSlot(tally, slot));
  const { current, best, lateCount, freezeTokens } = tally;
  return { current, best, lateCount, freezeTokens, days };
}

function countSlot(tally: Tally, slot: Slot): StreakDay {
  const day = (state: StreakDay['state'], reason: string): StreakDay => ({
    slotId: slot.id,
    seq: slot.seq,
    label: slot.label,
    state,
    reason,
    lengthAfter: tally.current,
  });
  switch (slot.state) {
    case 'open':
      return day('open', 'Still to come; nothing is counted yet.');
    case 'rest':
      return day('rest', 'A rest: it neither adds to the streak nor ends it.');
    case 'excused':
      return day('excused', 'Excused: it neither adds to the streak nor ends it.');
    case 'done': {
      const earned = addOne(tally);
      return day('done', `Checked in on time; the streak is ${tally.current}.${earned}`);
    }
    case 'late': {
      tally.lateCount += 1;
      const earned = addOne(tally);
      return day(
        'late',
        `Checked in within the 12 hours after the day, so it counts; the streak is ${tally.current}.${earned}`,
      );
    }
    case 'frozen':
    case 'missed': {
      if (tally.freezeTokens > 0) {
        tally.freezeTokens -= 1;
        return day(
          'frozen',
          `No check-in; a freeze kept the streak at ${tally.current}. Freezes left: ${tally.freezeTokens}.`,
        );
      }
      if (slot.state === 'frozen') return day('frozen', `No check-in; a freeze kept the streak at ${tally.current}.`);
      tally.current = 0;
      return day('missed', 'No check-in and no freeze left; a new streak begins with the next slot.');
    }
  }
}

/** Counts the slot; returns what to say of a freeze it earned. */
function addOne(tally: Tally): string {
  tally.current += 1;
  tally.best = Math.max(tally.best, tally.current);
  tally.counted += 1;
  if (tally.counted % FREEZES.countedPerToken !== 0 || tally.freezeTokens >= FREEZES.cap) return '';
  tally.freezeTokens += 1;
  return ' It earned a freeze.';
}
