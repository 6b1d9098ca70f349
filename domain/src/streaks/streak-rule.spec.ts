import fc from 'fast-check';
import { type Slot, SlotState, StreakDay } from '../documents';
import { addDays } from '../time';
import { aSlot } from '../sprints/plan-examples';
import { foldStreak, FREEZES } from './index';

const LETTERS: Record<string, SlotState> = {
  d: 'done',
  l: 'late',
  m: 'missed',
  f: 'frozen',
  e: 'excused',
  r: 'rest',
  o: 'open',
  u: 'madeUp',
};
const DAYS = Array.from({ length: 60 }, (_, seq) => addDays('2026-06-01', seq));
const EXAMPLE = aSlot();
const slotsIn = (states: readonly SlotState[]): Slot[] =>
  states.map((state, seq) => ({ ...EXAMPLE, id: `s1_${seq}`, seq, label: DAYS[seq]!, state }));
const history = (letters: string) => slotsIn([...letters].map((letter) => LETTERS[letter]!));

describe('a streak', () => {
  it.each([
    // history, current, best, late, freezes
    ['', 0, 0, 0, 1],
    ['o', 0, 0, 0, 1],
    ['d', 1, 1, 0, 1],
    ['ddd', 3, 3, 0, 1],
    ['dld', 3, 3, 1, 1],
    ['drdedo', 3, 3, 0, 1], // rest, excused and open: neither adds nor breaks
    ['dm', 1, 1, 0, 0], // the first freeze
    ['dmd', 2, 2, 0, 0],
    ['dmm', 0, 1, 0, 0],
    ['ddmmd', 1, 2, 0, 0],
    ['dddddd', 6, 6, 0, 1],
    ['ddddddd', 7, 7, 0, 2], // seven counted: another freeze
    ['dddddddddddddd', 14, 14, 0, 2], // never more than two
    ['dddddddmm', 7, 7, 0, 0],
    ['dddddddmmm', 0, 7, 0, 0],
    ['dddmdddd', 7, 7, 0, 1], // spent one, earned one
    ['dddmmdddd', 4, 4, 0, 1], // counted slots, not the length of the streak, earn it
    ['lllllll', 7, 7, 7, 2],
    ['m', 0, 0, 0, 0],
    ['df', 1, 1, 0, 0], // one once stored as frozen is a miss like any other
    ['dff', 0, 1, 0, 0],
    ['dud', 3, 3, 0, 1],
    ['domd', 2, 2, 0, 0], // a miss after one that is still open
  ])('of %j is %d, at best %d, with %d late and %d freezes', (letters, current, best, lateCount, freezeTokens) => {
    expect(foldStreak(history(letters))).toMatchObject({ current, best, lateCount, freezeTokens });
  });

  it('spends freezes on the oldest misses first', () => {
    const states = foldStreak(history('mmd')).days.map(({ state }) => state);
    expect(states).toEqual(['frozen', 'missed', 'done']);
  });

  it('gets its freeze back when a miss is overturned', () => {
    expect(foldStreak(history('dmd')).freezeTokens).toBe(0);
    expect(foldStreak(history('dld')).freezeTokens).toBe(1);
  });
});

describe('the reason of each day', () => {
  it('is one plain sentence, with no guilt and no shouting', () => {
    const { days } = foldStreak(history('ddddddddlrfemmmmuo'));
    for (const day of days) {
      expect(StreakDay.parse(day)).toEqual(day);
      expect(day.reason).toMatch(/^[A-Z][^.]*\.$/);
      expect(day.reason).not.toMatch(/!|fail|lost|broke|should|sorry|unfortunately/i);
    }
    expect(new Set(days.map(({ state }) => state)).size).toBe(8);
  });

  it('says what the rule did', () => {
    const reasons = foldStreak(history('dmm')).days.map(({ reason }) => reason);
    expect(reasons).toEqual([
      'Checked in before the day ended, so it is on time; the streak is 1.',
      'No check-in by the end of the 12 hours of grace; a freeze keeps the streak at 1, with 0 left.',
      'No check-in by the end of the 12 hours of grace; no freeze was left, so a new streak begins with the next slot.',
    ]);
    expect(foldStreak(history('ddddddd')).days[6]!.reason).toBe(
      'Checked in before the day ended, so it is on time; the streak is 7, and every 7th counted slot earns a freeze.',
    );
  });
});

describe('the fold', () => {
  const states = fc.array(fc.constantFrom(...SlotState.options), { maxLength: 60 });

  it('gives the same in whatever order the slots come', () => {
    const shuffled = states.chain((list) => {
      const slots = slotsIn(list);
      return fc.record({
        slots: fc.constant(slots),
        mixed: fc.shuffledSubarray(slots, { minLength: slots.length }),
      });
    });
    fc.assert(fc.property(shuffled, ({ slots, mixed }) => expect(foldStreak(mixed)).toEqual(foldStreak(slots))));
  });

  it('of the beginning is the beginning of the fold', () => {
    fc.assert(
      fc.property(states, fc.nat(60), (list, count) => {
        const whole = foldStreak(slotsIn(list));
        const part = foldStreak(slotsIn(list.slice(0, count)));
        expect(part.days).toEqual(whole.days.slice(0, count));
        expect(part.best).toBeLessThanOrEqual(whole.best);
      }),
    );
  });

  it('stays within its bounds, and changes nothing that it is given', () => {
    fc.assert(
      fc.property(states, (list) => {
        const slots = slotsIn(list);
        const { current, best, lateCount, freezeTokens, days } = foldStreak(Object.freeze(slots));
        const counted = list.filter((state) => ['done', 'late', 'madeUp'].includes(state)).length;
        expect(current).toBeLessThanOrEqual(best);
        expect(best).toBeLessThanOrEqual(counted);
        expect(lateCount).toBe(list.filter((state) => state === 'late').length);
        expect(freezeTokens).toBeGreaterThanOrEqual(0);
        expect(freezeTokens).toBeLessThanOrEqual(FREEZES.cap);
        expect(days.at(-1)?.lengthAfter ?? 0).toBe(current);
      }),
    );
  });

  it('is the same without the slots that are neutral', () => {
    fc.assert(
      fc.property(states, (list) => {
        const isNeutral = (state: SlotState) => state === 'rest' || state === 'excused' || state === 'open';
        const { days: _all, ...counts } = foldStreak(slotsIn(list));
        expect(foldStreak(slotsIn(list.filter((state) => !isNeutral(state))))).toMatchObject(counts);
      }),
    );
  });

  it('never ends shorter when a miss becomes a check-in', () => {
    fc.assert(
      fc.property(states, fc.nat(59), (list, at) => {
        fc.pre(list[at] === 'missed');
        const overturned = list.map((state, seq) => (seq === at ? 'late' : state));
        expect(foldStreak(slotsIn(overturned)).current).toBeGreaterThanOrEqual(foldStreak(slotsIn(list)).current);
      }),
    );
  });
});
