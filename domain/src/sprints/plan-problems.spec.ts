import { type PlanInput } from '../contracts';
import { problemsOfPlan } from './index';
import { aDailyPlan, aPlan, aPlanSlot } from './plan-examples';

const paths = (plan: PlanInput) => problemsOfPlan(plan).map(({ path }) => path);
const weekdays = (...days: number[]) => ({
  title: 'On these days',
  cadence: { kind: 'weekdays' as const, days },
  focus: null,
});

describe('a plan', () => {
  it('has no problem when all is well', () => {
    expect(problemsOfPlan(aPlan())).toEqual([]);
    expect(problemsOfPlan(aDailyPlan('07:00'))).toEqual([]);
    expect(problemsOfPlan(aPlan({ goal: weekdays(1, 3, 5) }))).toEqual([]);
    expect(problemsOfPlan(aPlan({ goal: { ...aPlan().goal, focus: 'mobility' } }))).toEqual([]);
  });

  it.each<[string, Partial<PlanInput>, string[]]>([
    ['a zone that does not exist', { timeZone: 'Mars/Olympus_Mons' }, ['timeZone']],
    ['an offset for a zone', { timeZone: '+02:00' }, ['timeZone']],
    ['10,000 characters for a zone', { timeZone: 'Z'.repeat(10_000) }, ['timeZone']],
    ['10,000 characters for a title', { goal: { ...aPlan().goal, title: 'x'.repeat(10_000) } }, ['goal.title']],
    ['a blank title', { goal: { ...aPlan().goal, title: '   ' } }, ['goal.title']],
    ['no If', { backup: { ...aPlan().backup, ifPart: '' } }, ['backup.ifPart']],
    ['a time that does not exist', { backup: aPlanSlot(6, '24:00') }, ['backup.time']],
    ['a day start that is no time', { dayStart: '4' }, ['dayStart']],
    ['fewer slots than the goal', { slots: [aPlanSlot(1, '18:00'), aPlanSlot(3, '18:00')] }, ['slots']],
    ['more slots than the goal', { slots: [1, 2, 3, 4].map((day) => aPlanSlot(day, '18:00')) }, ['slots']],
    ['three slots for a daily goal', { goal: { title: 'Daily', cadence: { kind: 'daily' }, focus: null } }, ['slots']],
    ['a slot on another day than the goal’s', { goal: weekdays(1, 3, 6) }, ['slots.2.weekday']],
    ['a focus of another track', { goal: { ...aPlan().goal, focus: 'testing' } }, ['goal.focus']],
    ['a focus that does not exist', { goal: { ...aPlan().goal, focus: 'yoga' as 'testing' } }, ['goal.focus']],
    ['a goal that names a day twice', { goal: weekdays(1, 3, 3) }, ['goal.cadence.days', 'slots.2.weekday']],
    [
      'two slots at once',
      { slots: [aPlanSlot(1, '18:00'), aPlanSlot(1, '18:30'), aPlanSlot(5, '18:00')] },
      ['slots.1.weekday', 'slots.1.time'],
    ],
    [
      'two slots on one day',
      { slots: [aPlanSlot(1, '07:00'), aPlanSlot(3, '18:00'), aPlanSlot(1, '18:00')] },
      ['slots.2.weekday'],
    ],
    [
      'a slot at night that still belongs to the day before',
      { dayStart: '04:00', slots: [aPlanSlot(7, '18:00'), aPlanSlot(1, '01:00'), aPlanSlot(3, '18:00')] },
      ['slots.1.weekday'],
    ],
    [
      'a slot of Sunday night that runs into Monday’s',
      { dayStart: '04:00', slots: [aPlanSlot(1, '04:00'), aPlanSlot(3, '18:00'), aPlanSlot(1, '03:30')] },
      ['slots.2.time'],
    ],
    [
      'a slot that ends after the day',
      { slots: [aPlanSlot(1, '18:00'), aPlanSlot(3, '23:30'), aPlanSlot(5, '23:00')] },
      ['slots.1.time'],
    ],
    ['a backup at a slot’s time', { backup: aPlanSlot(3, '18:00', 30) }, ['backup']],
    ['a backup that overlaps a slot', { backup: aPlanSlot(3, '17:30') }, ['backup']],
    ['no availability', { availability: [] }, ['availability']],
    ['one hour of availability', { availability: [{ weekday: 1, start: '10:00', end: '11:00' }] }, ['availability']],
    [
      'a window that ends before it starts',
      { availability: [{ weekday: 1, start: '18:00', end: '09:00' }] },
      ['availability.0.end'],
    ],
    [
      'windows that overlap',
      {
        availability: [
          { weekday: 1, start: '18:00', end: '24:00' },
          { weekday: 2, start: '18:00', end: '20:00' },
          { weekday: 1, start: '20:00', end: '21:00' },
        ],
      },
      ['availability.2.start'],
    ],
  ])('with %s has its problem named at the field', (_, changed, expected) => {
    expect(paths(aPlan(changed))).toEqual(expected);
  });

  it('needs two hours of availability and no more, in however many windows', () => {
    const availability = [
      { weekday: 1, start: '12:00', end: '13:00' },
      { weekday: 4, start: '12:30', end: '13:30' },
    ];
    expect(problemsOfPlan(aPlan({ availability }))).toEqual([]);
  });

  it('lets windows and slots touch, and a slot end with the day', () => {
    const availability = [
      { weekday: 1, start: '18:00', end: '19:00' },
      { weekday: 1, start: '19:00', end: '24:00' },
    ];
    expect(problemsOfPlan(aPlan({ availability, backup: aPlanSlot(1, '19:00') }))).toEqual([]);
    expect(problemsOfPlan(aPlan({ backup: aPlanSlot(6, '23:00') }))).toEqual([]);
  });

  it('finds a backup on Sunday night that runs into Monday', () => {
    const slots = [aPlanSlot(1, '00:00'), aPlanSlot(3, '18:00'), aPlanSlot(5, '18:00')];
    expect(paths(aPlan({ slots, backup: aPlanSlot(7, '23:30') }))).toEqual(['backup']);
  });

  it('has all of its problems named at once', () => {
    const plan = aPlan({ timeZone: 'Nowhere', slots: [aPlanSlot(1, '18:00')], availability: [] });
    expect(paths(plan).sort()).toEqual(['availability', 'slots', 'timeZone']);
  });

  it.each([null, undefined, 7, 'plan', [], {}, aPlan, { slots: 'none' }, { slots: [null] }, { ...aPlan(), more: 1 }])(
    'is refused, without throwing, when it is %j',
    (anything) => {
      expect(problemsOfPlan(anything as unknown as PlanInput)).not.toEqual([]);
    },
  );

  it('has messages that scold nobody', () => {
    const messages = problemsOfPlan(aPlan({ slots: [aPlanSlot(1, '23:30')], availability: [] })).map((p) => p.message);
    expect(messages.join(' ')).not.toMatch(/!|wrong|fail|must/i);
  });
});
