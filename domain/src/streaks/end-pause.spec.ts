import * as fc from 'fast-check';
import { type Slot, type Sprint } from '../documents';
import { slotsOf } from '../sprints';
import { aDailyPlan, aSprint } from '../sprints/plan-examples';
import { addDays } from '../time';
import { endPause, planPause, standingOfPause } from './index';

/** Every day in UTC from Monday, 2026-06-01 to Sunday, 2026-07-12. */
const sprint = aSprint(aDailyPlan('18:00'), '2026-06-01T08:00:00Z');
const slots = slotsOf(sprint);
const noonOf = (day: string) => new Date(`${day}T12:00:00Z`);

type Whole = { sprint: Sprint; slots: readonly Slot[] };
const whole: Whole = { sprint, slots };
type Asked = { from: string; to: string; kind: 'planned' | 'illness' };

const paused = (before: Whole, asked: Asked, now: Date): Whole => {
  const after = planPause(before.sprint, before.slots, { asked, staked: false, now });
  return { sprint: after.sprint, slots: merged(before.slots, [...after.slots, ...after.added]) };
};
const ended = (before: Whole, pause: Asked, now: Date): Whole => {
  const after = endPause(before.sprint, before.slots, { pause, now });
  const rest = before.slots.filter((slot) => !after.removed.includes(slot));
  return { sprint: after.sprint, slots: merged(rest, after.slots) };
};
const merged = (slots: readonly Slot[], changed: readonly Slot[]): Slot[] => [
  ...new Map([...slots, ...changed].map((slot) => [slot.seq, slot])).values(),
];
/** All but how often it was written. */
const told = ({ sprint: { version: _, ...rest }, slots }: Whole) => ({
  ...rest,
  slots: slots.map(({ version: _version, closedAt: _closedAt, ...slot }) => slot),
});

describe('a pause that is ended', () => {
  const asked = fc
    .record({
      kind: fc.constantFrom('planned' as const, 'illness' as const),
      start: fc.integer({ min: 0, max: 41 }),
      length: fc.integer({ min: 0, max: 12 }),
      notice: fc.integer({ min: 0, max: 3 }),
    })
    .map(({ kind, start, length, notice }) => {
      const from = addDays('2026-06-01', start);
      const askedOn = addDays(from, -notice) < '2026-06-01' ? '2026-06-01' : addDays(from, -notice);
      return { pause: { kind, from, to: addDays(from, length) }, askedOn };
    });

  it('before it begins is as if it had never been asked for', () =>
    fc.assert(
      fc.property(asked, ({ pause, askedOn }) => {
        fc.pre(askedOn < pause.from);
        const now = noonOf(askedOn);
        expect(told(ended(paused(whole, pause, now), pause, now))).toEqual(told(whole));
      }),
    ));

  it('while it runs is as if it had been asked for until that day', () =>
    fc.assert(
      fc.property(asked, fc.integer({ min: 0, max: 12 }), ({ pause, askedOn }, dayOfIt) => {
        const before = paused(whole, pause, noonOf(askedOn));
        const today = addDays(pause.from, dayOfIt);
        fc.pre(standingOfPause(before.sprint, before.sprint.pauses[0]!, noonOf(today)) === 'running');
        const after = ended(before, pause, noonOf(today));
        const until = paused(whole, { ...pause, to: today < pause.to ? today : pause.to }, noonOf(askedOn));
        const isLastDay = after.sprint === before.sprint;
        expect(told(after)).toEqual(told(isLastDay ? before : until));
      }),
    ));

  it('leaves resting what another pause covers, and alone what was decided', () => {
    const long = { kind: 'planned', from: '2026-06-08', to: '2026-06-12' } as const;
    const both = paused(
      paused(whole, long, noonOf('2026-06-02')),
      { ...long, from: '2026-06-11' },
      noonOf('2026-06-02'),
    );
    const kept = {
      ...both,
      slots: both.slots.map((one) => (one.seq === 8 ? { ...one, state: 'done' as const } : one)),
    };
    const after = endPause(kept.sprint, kept.slots, { pause: long, now: noonOf('2026-06-02') });
    expect(after.slots.map(({ label, state, ruling, closedAt }) => [label, state, ruling, closedAt])).toEqual([
      ['2026-06-08', 'open', null, null],
      ['2026-06-10', 'open', null, null],
    ]);
    expect(after.sprint.pauses.map(({ from }) => from)).toEqual(['2026-06-11']);
  });

  it('twice, or when it is over, changes nothing', () => {
    const pause = { kind: 'illness', from: '2026-06-08', to: '2026-06-20' } as const;
    const before = paused(whole, pause, noonOf('2026-06-08'));
    const standing = (day: string) => standingOfPause(before.sprint, before.sprint.pauses[0]!, noonOf(day));
    expect([standing('2026-06-07'), standing('2026-06-14'), standing('2026-06-15')]).toEqual([
      'ahead',
      'running',
      'over',
    ]);
    const once = ended(before, pause, noonOf('2026-06-09'));
    expect(once.sprint.endsOn).toBe('2026-07-14');
    expect(ended(once, pause, noonOf('2026-06-09')).sprint).toBe(once.sprint);
    expect(ended(before, pause, noonOf('2026-06-15')).sprint).toBe(before.sprint);
    const over = { ...before.sprint, status: 'completed' as const };
    expect(() => endPause(over, slots, { pause, now: noonOf('2026-06-09') })).toThrow('This sprint is over');
  });
});
