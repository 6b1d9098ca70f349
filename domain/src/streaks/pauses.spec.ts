import { explainStreak, type StreakEvent, type StreakHistory } from './index';
import { aHistory, at, eachDay, june, makeUp, onTime, pause } from './example-histories';

const explained = (changed: Partial<StreakHistory>) => explainStreak(aHistory(changed));
const excused = (changed: Partial<StreakHistory>): number[] =>
  explained(changed)
    .slots.filter(({ state }) => state === 'excused')
    .map(({ label }) => Number(label.slice(8)));
const range = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, n) => first + n);

describe('a planned pause', () => {
  it.each<[string, boolean, StreakEvent, number[]]>([
    ['at once', false, pause(3, 5, at(3)), [3, 4, 5]],
    ['from the day that runs when it is asked for', false, pause(3, 5, at(4, '23:59')), [4, 5]],
    ['not for days that are over, though in grace', false, pause(3, 5, at(6, '00:01')), []],
    ['as long as it may be', false, pause(2, 14, at(1)), range(2, 14)],
    ['on a stake, 7 days ahead', true, pause(9, 10, at(2, '23:59')), [9, 10]],
    ['on a stake, not 6 days ahead', true, pause(9, 10, at(3, '00:00')), []],
    ['on a stake, also when asked for before the sprint', true, pause(1, 2, at(-6)), [1, 2]],
  ])('counts %s', (_, staked, event, days) => {
    expect(excused({ staked, events: [event] })).toEqual(days);
  });

  it('neither adds to the streak nor ends it, and costs no freeze', () => {
    const events = [...eachDay(1, 2), pause(3, 5, at(1)), onTime(6)];
    expect(explained({ days: 6, events })).toMatchObject({ current: 3, best: 3, freezeTokens: 1 });
  });

  it('does not take a check-in away, whichever came first', () => {
    const events = [onTime(3), pause(3, 4, at(1)), onTime(4)];
    expect(excused({ days: 4, events })).toEqual([]);
    expect(explained({ days: 4, events }).current).toBe(2);
  });

  it('says why it was not granted', () => {
    const { slots } = explained({ staked: true, days: 9, events: [pause(9, 10, at(3))] });
    expect(slots[8]?.reason).toMatch(/^The pause was asked for less than 7 days ahead on a staked sprint; no freeze/);
  });

  it('leaves nothing to make up', () => {
    expect(explained({ days: 2, events: [pause(1, 2, at(1)), makeUp(1, at(3))] }).unused).toHaveLength(1);
  });

  it('counts its 7 days by the member’s dates where they are when they ask', () => {
    const asks = (zone: string) =>
      excused({ zone, staked: true, days: 12, events: [pause(9, 9, new Date('2026-06-02T23:30:00Z'))] });
    expect(asks('UTC')).toEqual([9]);
    expect(asks('Europe/Berlin')).toEqual([]); // it is the 3rd there
  });
});

describe('a pause for illness', () => {
  it.each<[string, StreakEvent[], number[]]>([
    ['at once, on a stake too', [pause(3, 5, at(3), 'illness')], [3, 4, 5]],
    ['for 7 days at most', [pause(2, 12, at(2), 'illness')], range(2, 8)],
    ['once in a sprint', [pause(2, 3, at(2), 'illness'), pause(6, 7, at(6), 'illness')], [2, 3]],
    ['the one asked for first', [pause(2, 3, at(2), 'illness'), pause(6, 7, at(1), 'illness')], [6, 7]],
    ['not used up by one that came too late', [pause(1, 2, at(5), 'illness'), pause(6, 7, at(6), 'illness')], [6, 7]],
    ['beside a planned one', [pause(2, 3, at(2), 'illness'), pause(12, 13, at(2))], [2, 3, 12, 13]],
  ])('counts %s', (_, events, days) => expect(excused({ staked: true, events })).toEqual(days));

  it('moves the end of the sprint by its days', () => {
    const labels = (events: StreakEvent[]) => explained({ days: 14, events }).slots.map(({ label }) => label);
    expect(labels([pause(3, 5, at(3), 'illness')]).at(-1)).toBe(june(17));
    expect(labels([pause(3, 5, at(3))]).at(-1)).toBe(june(14));
    expect(labels([pause(3, 5, at(4), 'illness')]).at(-1)).toBe(june(16)); // the 3rd was over
  });

  it('goes on in the days that it adds', () => {
    const events = [pause(14, 18, at(14), 'illness')];
    expect(excused({ days: 14, events })).toEqual(range(14, 18));
    expect(explained({ days: 14, events }).slots.at(-1)?.label).toBe(june(19));
  });

  it('after the sprint is none', () => {
    expect(explained({ days: 14, events: [pause(15, 16, at(14), 'illness')] }).slots).toHaveLength(14);
  });

  it('says that a second one waits for a moderator', () => {
    const events = [pause(2, 3, at(2), 'illness'), pause(6, 7, at(6), 'illness')];
    expect(explained({ events }).slots[5]?.reason).toMatch(/^A second pause for illness in one sprint waits for/);
  });
});
