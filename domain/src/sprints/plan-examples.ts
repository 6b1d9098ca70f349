import { type PlanInput } from '../contracts';
import { type PlanSlot, type Slot, type Sprint, type Weekday } from '../documents';
import { planSprint, slotsOf } from './plan-sprint';

/** Examples for the specs: what a test does not name is as plain as can be. */
export const aPlanSlot = (weekday: Weekday, time: string, minutes = 60): PlanSlot => ({
  weekday,
  time,
  minutes,
  ifPart: 'the day’s work is done',
  thenPart: 'I begin',
});

/** Monday, Wednesday and Friday at 18:00 in UTC. */
export const aPlan = (changed: Partial<PlanInput> = {}): PlanInput => ({
  clientMutationId: 'plan-1',
  track: 'gym',
  goal: { title: 'Train three times a week', cadence: { kind: 'times-per-week', times: 3 }, focus: null },
  slots: [aPlanSlot(1, '18:00'), aPlanSlot(3, '18:00'), aPlanSlot(5, '18:00')],
  backup: aPlanSlot(6, '10:00'),
  availability: [{ weekday: 2, start: '18:00', end: '21:00' }],
  timeZone: 'UTC',
  dayStart: '00:00',
  ...changed,
});

/** Every day at `time`. */
export const aDailyPlan = (time: string, changed: Partial<PlanInput> = {}): PlanInput =>
  aPlan({
    goal: { title: 'A little every day', cadence: { kind: 'daily' }, focus: null },
    slots: [1, 2, 3, 4, 5, 6, 7].map((weekday) => aPlanSlot(weekday, time, 10)),
    backup: aPlanSlot(1, time < '12:00' ? '20:00' : '07:00', 10),
    ...changed,
  });

export const aSprint = (plan: PlanInput, now: string): Sprint =>
  planSprint(plan, { id: 's1', memberId: 'ana', now: new Date(now) });

const firstSlot = slotsOf(aSprint(aPlan(), '2026-06-01T08:00:00Z'))[0]!;

/** The slot of a Monday: 2026-06-01 in UTC, due at midnight, grace until noon of the 2nd. */
export const aSlot = (changed: Partial<Slot> = {}): Slot => ({ ...firstSlot, ...changed });
