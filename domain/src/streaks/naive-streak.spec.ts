import { type ExplainedStreak, explainStreak } from './index';
import { naiveStreak } from './naive-streak';
import { numbersFrom, randomHistory, shuffled } from './random-histories';

/** All of them once, in UTC; the run in another zone of the machine shows with some that no rule looks at it. */
const IS_WHOLE = Intl.DateTimeFormat().resolvedOptions().timeZone === 'UTC';
const HISTORIES = IS_WHOLE ? 20_000 : 2_000;
const LEAST_SEEN = IS_WHOLE ? 50 : 1;

function told({ slots, current, best, lateCount, freezeTokens }: ExplainedStreak): string {
  const lines = slots.map(({ label, openAt, dueAt, state }) =>
    [label, +openAt, +dueAt, state === 'done' ? 'onTime' : state].join(' '),
  );
  return [...lines, [current, best, lateCount, freezeTokens].join()].join('\n');
}

function toldNaively(seed: number): string {
  const { slots, current, best, late, freezeTokens } = naiveStreak(randomHistory(seed));
  const lines = slots.map(({ date, open, due, state }) =>
    [new Date(date * 86_400_000).toISOString().slice(0, 10), open, due, state].join(' '),
  );
  return [...lines, [current, best, late, freezeTokens].join()].join('\n');
}

describe('random histories', () => {
  it('are explained as by a second reading of the rules', () => {
    const seen: Record<string, number> = {};
    for (let seed = 1; seed <= HISTORIES; seed++) {
      const explained = explainStreak(randomHistory(seed));
      for (const { ruling } of explained.slots) seen[ruling ?? 'open'] = (seen[ruling ?? 'open'] ?? 0) + 1;
      const [actual, expected] = [told(explained), toldNaively(seed)];
      if (actual !== expected) expect([seed, actual]).toEqual([seed, expected]);
    }
    const rare = Object.entries(seen).filter(([, times]) => times < LEAST_SEEN);
    expect(rare).toEqual([]);
    expect(Object.keys(seen)).toHaveLength(17); // all that a history knows, and open
  }, 180_000);

  it('say the same in whatever order their events are listed', () => {
    for (let seed = 1; seed <= 1_000; seed++) {
      const history = randomHistory(seed, false);
      const again = { ...history, events: shuffled(history.events, numbersFrom(seed + 0.5)) };
      const [first, second] = [explainStreak(history), explainStreak(again)].map(
        (one) => `${told(one)}\n${one.slots.map(({ reason }) => reason).join('\n')}`,
      );
      if (first !== second) expect([seed, second]).toEqual([seed, first]);
    }
  });
});
