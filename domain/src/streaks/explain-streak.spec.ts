import { type SlotState } from '../documents';
import { explainStreak, type StreakEvent, type StreakHistory } from './index';
import { aHistory, at, checkIn, eachDay, imported, june, late, makeUp, offline, onTime } from './example-histories';

const LETTERS: Record<SlotState, string> = {
  open: 'o',
  done: 'd',
  late: 'l',
  missed: 'm',
  frozen: 'f',
  excused: 'e',
  rest: 'r',
  madeUp: 'u',
};
/** One letter for each slot. */
const states = (history: StreakHistory): string =>
  explainStreak(history)
    .slots.map(({ state }) => LETTERS[state])
    .join('');
const numbers = (history: StreakHistory): number[] => {
  const { current, best, lateCount, freezeTokens } = explainStreak(history);
  return [current, best, lateCount, freezeTokens];
};
const reasonOf = (history: StreakHistory, label: string): string =>
  explainStreak(history).slots.find((slot) => slot.label === label)!.reason;
const WEEKLY = { kind: 'weekly', days: [1, 3, 5], backup: 6 } as const;

describe('the states of a history', () => {
  it.each<[string, Partial<StreakHistory>, string, number[]]>([
    // what happens, history, states, [current, best, late, freezes]
    ['nothing', { days: 3 }, 'fmm', [0, 0, 0, 0]],
    ['a check-in each day', { days: 3, events: eachDay(1, 3) }, 'ddd', [3, 3, 0, 1]],
    ['seven of them earn a freeze', { days: 7, events: eachDay(1, 7) }, 'ddddddd', [7, 7, 0, 2]],
    ['fourteen earn no third', { events: eachDay(1, 14) }, 'd'.repeat(14), [14, 14, 0, 2]],
    [
      'two freezes, oldest misses first',
      { days: 11, events: [...eachDay(1, 7), onTime(11)] },
      'dddddddffmd',
      [1, 7, 0, 0],
    ],
    ['late counts, too', { days: 3, events: [onTime(1), late(2), onTime(3)] }, 'dld', [3, 3, 1, 1]],
    ['seven late earn a freeze', { days: 7, events: [1, 2, 3, 4, 5, 6, 7].map(late) }, 'lllllll', [7, 7, 7, 2]],
    ['a frozen one adds nothing', { days: 3, events: [onTime(1), onTime(3)] }, 'dfd', [2, 2, 0, 0]],
    ['a check-in before its day is refused', { days: 2, events: [onTime(1), checkIn(2, at(1))] }, 'df', [1, 1, 0, 0]],
    ['so is one after its grace', { days: 2, events: [onTime(1), checkIn(2, at(3, '12:01'))] }, 'df', [1, 1, 0, 0]],
    [
      'the first check-in of a slot decides',
      { days: 1, events: [onTime(1), checkIn(1, at(2, '06:00'))] },
      'd',
      [1, 1, 0, 1],
    ],
    ['a refused one does not stand in the way', { days: 1, events: [checkIn(1, at(0)), onTime(1)] }, 'd', [1, 1, 0, 1]],
    [
      'an outbox makes a late one on time',
      { days: 1, events: [late(1), offline(1, at(2, '20:00'))] },
      'd',
      [1, 1, 0, 1],
    ],
    ['an outbox reopens a closed one', { days: 1, events: [offline(1, at(2, '23:00'))] }, 'd', [1, 1, 0, 1]],
    ['an import reopens a closed one', { days: 1, events: [imported(1, at(8))] }, 'd', [1, 1, 0, 1]],
    ['an import comes too late', { days: 1, events: [imported(1, at(9, '00:01'))] }, 'f', [0, 0, 0, 0]],
    ['a make-up restores it', { days: 2, events: [onTime(1), makeUp(2, at(4))] }, 'du', [2, 2, 0, 1]],
    ['a make-up comes too late', { days: 2, events: [onTime(1), makeUp(2, at(6, '00:01'))] }, 'df', [1, 1, 0, 0]],
    ['a make-up in the week after', { days: 7, events: [...eachDay(1, 6), makeUp(7, at(8))] }, 'ddddddf', [6, 6, 0, 0]],
    ['a second make-up of a slot', { days: 2, events: [makeUp(1, at(3)), makeUp(1, at(4))] }, 'uf', [1, 1, 0, 0]],
    ['a make-up of one that was kept', { days: 1, events: [late(1), makeUp(1, at(3))] }, 'l', [1, 1, 1, 1]],
    [
      'a make-up does not check its own day in',
      { days: 3, events: [makeUp(1, at(3)), onTime(2)] },
      'udf',
      [2, 2, 0, 0],
    ],
  ])('%s', (_, changed, expected, counted) => {
    expect([states(aHistory(changed)), numbers(aHistory(changed))]).toEqual([expected, counted]);
  });

  it.each([
    [2, '12:14', 'o', 1],
    [2, '12:15', 'f', 0],
  ])('a slot closes a quarter of an hour after its grace: on day %d at %s it is %s', (n, time, expected, freezes) => {
    const history = aHistory({ days: 1, now: at(n, time) });
    expect([states(history), numbers(history)[3]]).toEqual([expected, freezes]);
  });

  it('know nothing of what happens after now', () => {
    const events = [onTime(1), checkIn(2, at(2, '18:01')), makeUp(3, at(4))];
    expect(states(aHistory({ days: 3, now: at(2), events }))).toBe('doo');
    expect(states(aHistory({ days: 3, now: at(2, '18:01'), events }))).toBe('ddo');
  });

  it('count each day of a week planned by weekdays, and no other', () => {
    const history = aHistory({ cadence: WEEKLY, events: [onTime(1), onTime(3), onTime(5), onTime(8), onTime(9)] });
    expect(explainStreak(history).slots.map(({ label }) => label)).toEqual([1, 3, 5, 8, 10, 12].map(june));
    expect(states(history)).toBe('ddddfm');
    expect(explainStreak(history).unused).toEqual([
      { index: 4, why: 'no slot was planned on that date, and it is no backup day in its time' },
    ]);
  });

  it.each<[string, number, string[]]>([
    // of the 3, 3 · days left / 7, rounded
    ['Tuesday', 2, ['3', '5', '8']],
    ['Thursday', 4, ['5', '8']],
    ['Friday', 5, ['5', '8']],
    ['Saturday', 6, ['8']],
  ])('from %s on, the first week is prorated', (_, start, expected) => {
    const history = aHistory({ cadence: WEEKLY, start: june(start), days: 9 - start });
    expect(explainStreak(history).slots.map(({ label }) => label)).toEqual(expected.map((n) => june(Number(n))));
  });

  it('take one slot of a first week that has three, where only its rest is left', () => {
    const cadence = { kind: 'weekly', days: [5, 6, 7], backup: null } as const;
    const slots = explainStreak(aHistory({ cadence, start: june(5), days: 10 })).slots;
    expect(slots.map(({ label }) => label)).toEqual([5, 12, 13, 14].map(june));
    expect(slots.map(({ seq }) => seq)).toEqual([0, 1, 2, 3]);
  });
});

describe('the backup day', () => {
  const week = (events: StreakEvent[], changed: Partial<StreakHistory> = {}) =>
    states(aHistory({ cadence: WEEKLY, days: 7, events, ...changed }));

  it.each<[string, StreakEvent[], string]>([
    ['makes up the oldest missed slot', [onTime(6), onTime(3)], 'udf'],
    ['in its own grace, too', [checkIn(6, at(7, '11:00')), onTime(1), onTime(3)], 'ddu'],
    ['from an outbox, too', [offline(6, at(7, '22:00')), onTime(1), onTime(3)], 'ddu'],
    ['not after its grace', [checkIn(6, at(7, '12:01')), onTime(1), onTime(3)], 'ddf'],
    ['not before it begins', [checkIn(6, at(5)), onTime(1), onTime(3)], 'ddf'],
    ['once', [onTime(6), checkIn(6, at(6, '20:00'))], 'ufm'],
    ['nothing when all was kept', [onTime(1), onTime(3), onTime(5), onTime(6)], 'ddd'],
    ['another, when the oldest was made up', [makeUp(1, at(3, '20:00')), onTime(6)], 'uuf'],
  ])('%s', (_, events, expected) => expect(week(events)).toBe(expected));

  it('is none without one, or on another day', () => {
    expect(week([onTime(6)], { cadence: { ...WEEKLY, backup: null } })).toBe('fmm');
    expect(week([onTime(7)])).toBe('fmm');
  });

  it('makes up nothing of another week, and nothing that is still to come', () => {
    expect(states(aHistory({ cadence: WEEKLY, events: [...[1, 3, 8, 10, 12].map(onTime), onTime(13)] }))).toBe(
      'ddfddd',
    );
    const early = { ...WEEKLY, backup: 2 } as const;
    expect(week([onTime(2), onTime(1), onTime(3)], { cadence: early })).toBe('ddf');
  });

  it('that is a day of the plan itself counts as that, and not twice', () => {
    expect(week([onTime(5), onTime(3)], { cadence: { ...WEEKLY, backup: 5 } })).toBe('fdd');
  });
});

describe('offline check-ins on a stake', () => {
  const claims = [1, 2, 3].map((n) => offline(n, at(n + 1, '20:00')));

  it('are on time twice in 7 days', () => {
    expect(states(aHistory({ days: 3, staked: true, events: claims }))).toBe('ddl');
    expect(states(aHistory({ days: 3, staked: false, events: claims }))).toBe('ddd');
  });

  it('are taken again after 7 days', () => {
    const events = [...claims.slice(0, 2), ...eachDay(3, 7), offline(8, at(9, '19:59')), offline(9, at(10, '19:59'))];
    expect(states(aHistory({ days: 9, staked: true, events }))).toBe('dddddddld');
  });
});

describe('late check-ins on a stake', () => {
  const tail = (n: number, events: StreakEvent[], staked = true) =>
    reasonOf(aHistory({ days: 40, staked, events }), june(n)).split(';')[0];

  it('count fully three times in four weeks, and then for the streak only', () => {
    const events = [1, 2, 3, 4].map(late);
    expect(tail(3, events)).toMatch(/counts fully, as 3 of 3 in 4 weeks$/);
    expect(tail(4, events)).toMatch(/counts for the streak only, after 3 in 4 weeks$/);
    expect(tail(4, events, false)).toMatch(/late and counts$/);
    expect(numbers(aHistory({ days: 4, staked: true, events }))).toEqual([4, 4, 4, 1]);
  });

  it.each([
    [28, 'for the streak only, after 3 in 4 weeks'],
    [29, 'fully, as 3 of 3 in 4 weeks'],
  ])('on day %d count %s', (n, expected) => {
    expect(tail(n, [1, 2, 3, n].map(late))).toContain(expected);
  });
});

describe('the reasons', () => {
  it('are one sentence each, without guilt', () => {
    const events = [onTime(1), late(2), offline(3, at(4, '20:00')), makeUp(4, at(6)), imported(5, at(7))];
    for (const { reason } of explainStreak(aHistory({ events })).slots) {
      expect(reason).toMatch(/^[A-Z][^.!]*\.$/);
      expect(reason.length).toBeLessThanOrEqual(200);
      expect(reason).not.toMatch(/fail|lost|broke|should|sorry|unfortunately/i);
    }
  });

  it.each<[StreakEvent[], string]>([
    [[checkIn(2, at(3, '13:00'))], 'The check-in came after the 12 hours of grace'],
    [[checkIn(2, at(1))], 'The check-in came before the day began, when none is taken'],
    [[makeUp(2, at(7))], 'The make-up was not within 72 hours and the same week'],
    [[], 'No check-in by the end of the 12 hours of grace'],
  ])('of a miss after %j say %s', (events, expected) => {
    expect(reasonOf(aHistory({ days: 2, events }), june(2)).split(';')[0]).toBe(expected);
  });
});
