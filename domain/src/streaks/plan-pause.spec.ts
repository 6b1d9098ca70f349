import { type Slot, type Sprint } from '../documents';
import { slotsOf } from '../sprints';
import { aDailyPlan, aSprint } from '../sprints/plan-examples';
import { foldStreak, planPause } from './index';

/** Every day in UTC from Monday, 2026-06-01 to Sunday, 2026-07-12. */
const sprint = aSprint(aDailyPlan('18:00'), '2026-06-01T08:00:00Z');
const slots = slotsOf(sprint);
const plan = (
  from: string,
  to: string,
  now: string,
  p: { kind?: 'planned' | 'illness'; sprint?: Sprint; slots?: Slot[]; staked?: boolean } = {},
) =>
  planPause(p.sprint ?? sprint, p.slots ?? slots, {
    asked: { from, to, kind: p.kind ?? 'planned' },
    staked: p.staked ?? false,
    now: new Date(now),
  });
const refusalOf = (attempt: () => unknown): unknown => {
  try {
    attempt();
  } catch (error) {
    return error;
  }
  return null;
};

describe('a pause of a running sprint', () => {
  it('excuses its slots that are not over, and is kept with the sprint', () => {
    const paused = plan('2026-06-03', '2026-06-05', '2026-06-04T10:00:00Z');
    expect(paused.slots.map(({ label, state, ruling }) => [label, state, ruling])).toEqual([
      ['2026-06-04', 'excused', 'planned-pause'],
      ['2026-06-05', 'excused', 'planned-pause'],
    ]);
    expect([paused.added, paused.sprint.endsOn, paused.sprint.version]).toEqual([[], '2026-07-12', 2]);
    expect(paused.sprint.pauses).toEqual([
      { from: '2026-06-03', to: '2026-06-05', kind: 'planned', requestedAt: new Date('2026-06-04T10:00:00Z') },
    ]);
    const days = foldStreak(paused.slots).days;
    expect(days[0]?.reason).toBe('A planned pause; it neither adds to the streak nor ends it.');
  });

  it('asked for again changes nothing', () => {
    const { sprint: paused } = plan('2026-06-03', '2026-06-05', '2026-06-01T10:00:00Z');
    const again = plan('2026-06-03', '2026-06-05', '2026-06-02T10:00:00Z', { sprint: paused });
    expect(again).toEqual({ sprint: paused, slots: [], added: [], days: [] });
  });

  it('leaves alone what was checked in to', () => {
    const done = slots.map((slot) => (slot.seq === 2 ? { ...slot, state: 'done' as const } : slot));
    const paused = plan('2026-06-03', '2026-06-04', '2026-06-03T20:00:00Z', { slots: done });
    expect(paused.slots.map(({ seq }) => seq)).toEqual([3]);
  });

  it('for illness adds its days at the end, as slots of their own', () => {
    const { sprint: longer, added } = plan('2026-06-03', '2026-06-05', '2026-06-03T10:00:00Z', { kind: 'illness' });
    expect(longer.endsOn).toBe('2026-07-15');
    expect(added.map(({ id, label, state }) => [id, label, state])).toEqual([
      ['s1_42', '2026-07-13', 'open'],
      ['s1_43', '2026-07-14', 'open'],
      ['s1_44', '2026-07-15', 'open'],
    ]);
  });

  it('for illness may go on in the days that it adds', () => {
    const { added, days } = plan('2026-07-12', '2026-07-13', '2026-07-12T10:00:00Z', { kind: 'illness' });
    expect(days).toEqual(['2026-07-12', '2026-07-13']);
    expect(added.map(({ label, state }) => [label, state])).toEqual([
      ['2026-07-13', 'excused'],
      ['2026-07-14', 'open'],
    ]);
  });

  it.each<[string, () => unknown, string, string]>([
    ['a day that is none', () => plan('2026-06-31', '2026-07-01', '2026-06-01T10:00:00Z'), 'invalid-argument', 'from'],
    ['an end before it', () => plan('2026-06-05', '2026-06-04', '2026-06-01T10:00:00Z'), 'invalid-argument', 'to'],
    ['days that are over', () => plan('2026-06-01', '2026-06-02', '2026-06-09T10:00:00Z'), 'invalid-argument', 'from'],
    [
      'days after the sprint',
      () => plan('2026-07-13', '2026-07-14', '2026-06-09T10:00:00Z'),
      'invalid-argument',
      'from',
    ],
  ])('is refused for %s', (_, attempt, code, path) => {
    expect(refusalOf(attempt)).toMatchObject({ code, fields: [{ path }] });
  });

  it('is refused on a stake without 7 days of notice, and granted with them', () => {
    const ask = (now: string) => () => plan('2026-06-12', '2026-06-13', now, { staked: true });
    expect(refusalOf(ask('2026-06-06T00:00:00Z'))).toMatchObject({
      code: 'failed-precondition',
      fields: [{ path: 'from', message: 'can be 2026-06-13 at the earliest' }],
    });
    expect(refusalOf(ask('2026-06-05T23:59:59Z'))).toBeNull();
  });

  it('is refused for a second illness, and once the sprint is over', () => {
    const first = plan('2026-06-03', '2026-06-05', '2026-06-03T10:00:00Z', { kind: 'illness' }).sprint;
    const second = () => plan('2026-06-10', '2026-06-11', '2026-06-10T10:00:00Z', { kind: 'illness', sprint: first });
    expect(refusalOf(second)).toMatchObject({
      code: 'failed-precondition',
      message: expect.stringMatching('moderator'),
    });
    const over = { ...sprint, status: 'completed' as const };
    const late = () => plan('2026-06-10', '2026-06-11', '2026-06-10T10:00:00Z', { sprint: over });
    expect(refusalOf(late)).toMatchObject({ code: 'failed-precondition' });
  });

  it('planned after an illness is granted, and moves no end', () => {
    const ill = plan('2026-06-03', '2026-06-05', '2026-06-03T10:00:00Z', { kind: 'illness' });
    const all = [...slots, ...ill.added];
    const paused = plan('2026-07-14', '2026-07-20', '2026-06-10T10:00:00Z', { sprint: ill.sprint, slots: all });
    expect([paused.sprint.endsOn, paused.added, paused.days]).toEqual(['2026-07-15', [], ['2026-07-14', '2026-07-15']]);
  });
});
