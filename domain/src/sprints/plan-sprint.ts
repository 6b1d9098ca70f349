import { DomainError, PlanInput } from '../contracts';
import { type LocalDay, type PlanSlot, SCHEMA_VERSION, type Slot, type Sprint } from '../documents';
import { addDays, GRACE_MS, instantAt, localDay, weekdayOf } from '../time';
import { memberWeekday } from './member-weekday';
import { problemsOfPlan } from './plan-problems';
import { templateCopy } from './sprint-templates';

/**
 * A sprint from a plan. It begins on the member's current day; when the rest of this week holds no slot, on Monday,
 * because a week without a slot is none. Weeks end on Sunday, and a partial first week is one of the template's.
 * Throws DomainError `invalid-argument` with the plan's problems.
 */
export function planSprint(input: PlanInput, p: { id: string; memberId: string; now: Date }): Sprint {
  const problems = problemsOfPlan(input);
  if (problems.length > 0) throw new DomainError('invalid-argument', 'The plan needs another look.', problems);
  const plan = PlanInput.parse(input);
  const today = localDay(p.now, plan.timeZone, plan.dayStart);
  const template = templateCopy(plan.track);
  const sprint: Sprint = {
    id: p.id,
    memberId: p.memberId,
    track: plan.track,
    template,
    goal: plan.goal,
    slots: [...plan.slots].sort((a, b) => a.weekday - b.weekday || a.time.localeCompare(b.time)),
    backup: plan.backup,
    availability: plan.availability,
    timeZone: plan.timeZone,
    dayStart: plan.dayStart,
    startsOn: today,
    endsOn: lastDay(today, template.weeks),
    pauses: [],
    status: 'active',
    podId: null,
    version: 1,
    schemaVersion: SCHEMA_VERSION,
    createdAt: p.now,
  };
  if (slotsOfWeek(sprint, today).length > 0) return sprint;
  const monday = addDays(today, 8 - weekdayOf(today));
  return { ...sprint, startsOn: monday, endsOn: lastDay(monday, template.weeks) };
}

/**
 * All slots of a sprint, by `seq` from 0, open and with their instants frozen (behaviours 1 and 2): the window is the
 * member's day, from `dayStart` to `dayStart`. Of a partial first week only the prorated number counts (behaviour
 * 10), the earliest first. Left out are a time that had passed when the sprint was planned, and a date that its
 * zone skips (a move across the date line).
 */
export function slotsOf(sprint: Sprint): Slot[] {
  const slots: Omit<Slot, 'id' | 'seq'>[] = [];
  for (let day = sprint.startsOn; day <= sprint.endsOn; day = addDays(day, 8 - weekdayOf(day))) {
    slots.push(...slotsOfWeek(sprint, day));
  }
  return slots.map((slot, seq) => ({ ...slot, id: `${sprint.id}_${seq}`, seq }));
}

/** The slots from `first` until the Sunday after it. */
function slotsOfWeek(sprint: Sprint, first: LocalDay): Omit<Slot, 'id' | 'seq'>[] {
  const days = 8 - weekdayOf(first);
  const slots: Omit<Slot, 'id' | 'seq'>[] = [];
  for (let ahead = 0; ahead < days; ahead++) {
    const day = addDays(first, ahead);
    const planned = sprint.slots.find((slot) => memberWeekday(slot, sprint.dayStart) === weekdayOf(day));
    const slot = planned && day <= sprint.endsOn ? slotOn(sprint, planned, day) : null;
    if (slot) slots.push(slot);
  }
  return slots.slice(0, Math.max(1, Math.round((sprint.slots.length * days) / 7)));
}

function slotOn(sprint: Sprint, planned: PlanSlot, day: LocalDay): Omit<Slot, 'id' | 'seq'> | null {
  const { timeZone, dayStart } = sprint;
  const date = planned.time < dayStart ? addDays(day, 1) : day;
  const startsAt = instantAt(date, planned.time, timeZone, 'start');
  const openAt = instantAt(day, dayStart, timeZone, 'start');
  const dueAt = instantAt(addDays(day, 1), dayStart, timeZone, 'deadline');
  const isSkipped = openAt >= dueAt;
  const hadPassed = day === sprint.startsOn && startsAt < sprint.createdAt;
  if (isSkipped || hadPassed) return null;
  return {
    sprintId: sprint.id,
    memberId: sprint.memberId,
    label: day,
    timeZone,
    startsAt,
    openAt,
    dueAt,
    graceEndsAt: new Date(dueAt.getTime() + GRACE_MS),
    state: 'open',
    ruling: null,
    makeUpAt: null,
    closedAt: null,
    version: 1,
    schemaVersion: SCHEMA_VERSION,
  };
}

/** The Sunday with which `weeks` weeks end, of which the one of `startsOn` is the first. */
const lastDay = (startsOn: LocalDay, weeks: number): LocalDay => addDays(startsOn, weeks * 7 - weekdayOf(startsOn));
