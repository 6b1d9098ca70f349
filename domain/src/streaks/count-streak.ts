import { type LocalDay, type SlotRuling, type SlotState } from '../documents';
import { daysBetween } from '../time';
import { RULING_WORDS } from './ruling-words';

/** Behaviour 12. */
export const FREEZES = {
  atStart: 1, // the first miss of a newcomer should not be the end
  cap: 2, // more would let a week go by unnoticed
  countedPerToken: 7, // about two weeks of three slots
} as const;

/** Behaviour 11: late check-ins that count fully towards a stake. */
export const LATE_BUDGET = { most: 3, days: 28 } as const;

/** A slot as it was judged by itself; `ruling` is null while it is open. Order is by `seq`. */
export interface JudgedSlot {
  readonly seq: number;
  readonly label: LocalDay;
  readonly state: SlotState;
  readonly ruling: SlotRuling | null;
}

export interface CountedSlot extends JudgedSlot {
  /** One sentence that names the rule which decided, and what it did to the streak. */
  readonly reason: string;
  readonly lengthAfter: number;
  /** Of a late one: whether it counts towards the stake, too. */
  readonly countsFully: boolean;
}

export interface StreakCount {
  readonly current: number;
  readonly best: number;
  readonly lateCount: number;
  readonly freezeTokens: number;
  readonly slots: readonly CountedSlot[];
}

/**
 * The streak of one sprint: a pure fold over its judged slots by `seq` (behaviours 10 to 12 and 16), in whatever order
 * they come. Done, late and made up add one; rest, excused and open change nothing; a missed one costs a freeze, and
 * without a freeze the count begins again. Freezes are spent here and stored nowhere else, so a miss that is
 * overturned gives its freeze back, and all that follows is counted anew.
 */
export function countStreak(judged: readonly JudgedSlot[], terms: { staked: boolean }): StreakCount {
  const tally = new Tally(terms.staked);
  const slots = [...judged].sort((a, b) => a.seq - b.seq).map((slot) => tally.count(slot));
  const { current, best, lateCount, freezeTokens } = tally;
  return { current, best, lateCount, freezeTokens, slots };
}

class Tally {
  current = 0;
  best = 0;
  lateCount = 0;
  freezeTokens: number = FREEZES.atStart;
  /** Slots that counted so far; each seventh earns a freeze. */
  private counted = 0;
  /** Days of the late ones that counted fully. */
  private readonly fullyLate: LocalDay[] = [];

  constructor(private readonly staked: boolean) {}

  count(slot: JudgedSlot): CountedSlot {
    const words = slot.ruling === null ? '' : RULING_WORDS[slot.ruling];
    switch (slot.state) {
      case 'open':
        return this.told(slot, 'Open: nothing is counted before its grace is over.');
      case 'rest':
      case 'excused':
        return this.told(slot, `${words}; it neither adds to the streak nor ends it.`);
      case 'done':
      case 'madeUp':
        return this.told(slot, `${words}; ${this.addOne()}.`);
      case 'late': {
        this.lateCount += 1;
        const budget = this.takeFromBudget(slot);
        return { ...this.told(slot, `${words}${budget.words}; ${this.addOne()}.`), countsFully: budget.countsFully };
      }
      case 'frozen':
      case 'missed':
        return this.miss(slot, words);
    }
  }

  private miss(slot: JudgedSlot, words: string): CountedSlot {
    const isLive = slot.ruling === 'no-show';
    if (this.freezeTokens > 0 && !isLive) {
      this.freezeTokens -= 1;
      const frozen: JudgedSlot = { ...slot, state: 'frozen' };
      return this.told(
        frozen,
        `${words}; a freeze keeps the streak at ${this.current}, with ${this.freezeTokens} left.`,
      );
    }
    this.current = 0;
    const why = isLive ? 'a freeze does not cover that' : 'no freeze was left';
    return this.told({ ...slot, state: 'missed' }, `${words}; ${why}, so a new streak begins with the next slot.`);
  }

  /** Counts the slot; returns what to say of it. */
  private addOne(): string {
    this.current += 1;
    this.best = Math.max(this.best, this.current);
    this.counted += 1;
    const says = `the streak is ${this.current}`;
    if (this.counted % FREEZES.countedPerToken !== 0) return says;
    if (this.freezeTokens >= FREEZES.cap) return `${says}, and ${FREEZES.cap} freezes are the most there can be`;
    this.freezeTokens += 1;
    return `${says}, and every 7th counted slot earns a freeze`;
  }

  /** Without a stake there is nothing that a late one could count less for. */
  private takeFromBudget({ label }: JudgedSlot): { countsFully: boolean; words: string } {
    if (!this.staked) return { countsFully: true, words: '' };
    const most = LATE_BUDGET.most;
    const newest = this.fullyLate.slice(-most); // there are never more within the days that count
    const recent = newest.filter((day) => daysBetween(day, label) < LATE_BUDGET.days).length;
    if (recent >= most) return { countsFully: false, words: ` for the streak only, after ${most} in 4 weeks` };
    this.fullyLate.push(label);
    return { countsFully: true, words: ` fully, as ${recent + 1} of ${most} in 4 weeks` };
  }

  private told(slot: JudgedSlot, reason: string): CountedSlot {
    const { seq, label, state, ruling } = slot;
    return { seq, label, state, ruling, reason, lengthAfter: this.current, countsFully: true };
  }
}
