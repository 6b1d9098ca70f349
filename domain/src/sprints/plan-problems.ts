import { type FieldProblem, fieldProblems, PlanInput } from '../contracts';
import { type AvailabilityWindow, type Cadence, type Focus, FOCUSES, type PlanSlot, type WallTime } from '../documents';
import { memberWeekday } from './member-weekday';

/** Two hours: with less, hardly any pair of members shares a full hour to meet in. */
export const LEAST_AVAILABILITY_MINUTES = 120;
const DAY_MINUTES = 24 * 60;
const WEEK_MINUTES = 7 * DAY_MINUTES;

/**
 * Everything that is wrong with a plan, with the form's path (`slots.1.time`, `backup`, `availability.0.end`,
 * `timeZone` …), one for each field; empty when a sprint can be planned from it. Takes anything; a part that is
 * malformed is reported as such, and the rules look only at parts that are sound.
 */
export function problemsOfPlan(plan: PlanInput): FieldProblem[] {
  const parsed = PlanInput.safeParse(plan);
  const malformed = parsed.success ? [] : fieldProblems(parsed.error);
  if (malformed.some(({ path }) => path === '')) return malformed;
  const areSound = (...fields: (keyof PlanInput)[]) =>
    fields.every((field) => malformed.every(({ path }) => path !== field && !path.startsWith(`${field}.`)));
  const against: FieldProblem[] = [];
  if (areSound('goal')) against.push(...problemsOfCadence(plan.goal.cadence));
  if (areSound('goal', 'track')) against.push(...problemsOfFocus(plan));
  if (areSound('goal', 'slots')) against.push(...problemsOfCount(plan.goal.cadence, plan.slots));
  if (areSound('slots', 'dayStart')) against.push(...problemsOfSlots(plan.slots, plan.dayStart));
  if (areSound('slots', 'backup')) against.push(...problemsOfBackup(plan.backup, plan.slots));
  if (areSound('availability')) against.push(...problemsOfAvailability(plan.availability));
  return firstOfEachField([...malformed, ...against]);
}

/** A form shows one message at a field. */
const firstOfEachField = (problems: readonly FieldProblem[]): FieldProblem[] =>
  problems.filter(({ path }, index) => problems.findIndex((problem) => problem.path === path) === index);

/** How many slots a week the cadence asks for. */
export function slotsPerWeek(cadence: Cadence): number {
  if (cadence.kind === 'daily') return 7;
  return cadence.kind === 'times-per-week' ? cadence.times : cadence.days.length;
}

function problemsOfCadence(cadence: Cadence): FieldProblem[] {
  const isRepeated = cadence.kind === 'weekdays' && new Set(cadence.days).size < cadence.days.length;
  return isRepeated ? [{ path: 'goal.cadence.days', message: 'names a day twice' }] : [];
}

function problemsOfFocus({ track, goal }: Pick<PlanInput, 'track' | 'goal'>): FieldProblem[] {
  const known: readonly Focus[] = FOCUSES[track];
  const isOfTrack = !goal.focus || known.includes(goal.focus);
  return isOfTrack ? [] : [{ path: 'goal.focus', message: 'belongs to another track' }];
}

function problemsOfCount(cadence: Cadence, slots: readonly PlanSlot[]): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const wanted = slotsPerWeek(cadence);
  if (slots.length !== wanted) {
    problems.push({ path: 'slots', message: `has ${slots.length} of the ${wanted} a week that the goal asks for` });
  }
  if (cadence.kind !== 'weekdays') return problems;
  slots.forEach((slot, index) => {
    if (cadence.days.includes(slot.weekday)) return;
    problems.push({ path: `slots.${index}.weekday`, message: 'is not one of the days of the goal' });
  });
  return problems;
}

function problemsOfSlots(slots: readonly PlanSlot[], dayStart: WallTime): FieldProblem[] {
  return slots.flatMap((slot, index) => {
    const problems: FieldProblem[] = [];
    const earlier = slots.slice(0, index);
    if (earlier.some((other) => memberWeekday(other, dayStart) === memberWeekday(slot, dayStart))) {
      problems.push({ path: `slots.${index}.weekday`, message: 'is on the same day as another slot' });
    }
    if (earlier.some((other) => doOverlap(other, slot))) {
      problems.push({ path: `slots.${index}.time`, message: 'overlaps another slot' });
    }
    if (endsAfterTheDay(slot, dayStart)) {
      const message = `runs past the end of your day (${dayStart}), so its check-in would come late; begin earlier, or let your day begin later`;
      problems.push({ path: `slots.${index}.time`, message });
    }
    return problems;
  });
}

function problemsOfBackup(backup: PlanSlot, slots: readonly PlanSlot[]): FieldProblem[] {
  if (slots.some((slot) => slot.weekday === backup.weekday && slot.time === backup.time)) {
    return [{ path: 'backup', message: 'is at the same time as a slot; a backup needs another time' }];
  }
  return slots.some((slot) => doOverlap(slot, backup)) ? [{ path: 'backup', message: 'overlaps a slot' }] : [];
}

/** What is wrong with the hours for a pod, with the form's path (`availability.0.end`). Takes windows that are well formed. */
export function problemsOfAvailability(windows: readonly AvailabilityWindow[]): FieldProblem[] {
  const problems: FieldProblem[] = [];
  windows.forEach((window, index) => {
    if (minutesOf(window.start) >= minutesOf(window.end)) {
      problems.push({ path: `availability.${index}.end`, message: 'is not after the start' });
    } else if (windows.slice(0, index).some((other) => doShareTime(other, window))) {
      problems.push({ path: `availability.${index}.start`, message: 'overlaps another window' });
    }
  });
  if (problems.length > 0) return problems;
  const total = windows.reduce((sum, { start, end }) => sum + minutesOf(end) - minutesOf(start), 0);
  if (total >= LEAST_AVAILABILITY_MINUTES) return [];
  return [{ path: 'availability', message: 'needs at least two hours a week' }];
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const doShareTime = (a: AvailabilityWindow, b: AvailabilityWindow): boolean =>
  a.weekday === b.weekday && minutesOf(a.start) < minutesOf(b.end) && minutesOf(b.start) < minutesOf(a.end);

const minuteOfWeek = (slot: PlanSlot): number => (slot.weekday - 1) * DAY_MINUTES + minutesOf(slot.time);

/** Counted around the week, so that late on Sunday can meet early on Monday. */
function doOverlap(a: PlanSlot, b: PlanSlot): boolean {
  const fromAToB = (minuteOfWeek(b) - minuteOfWeek(a) + WEEK_MINUTES) % WEEK_MINUTES;
  return fromAToB < a.minutes || WEEK_MINUTES - fromAToB < b.minutes;
}

function endsAfterTheDay(slot: PlanSlot, dayStart: WallTime): boolean {
  const sinceDayStart = (minutesOf(slot.time) - minutesOf(dayStart) + DAY_MINUTES) % DAY_MINUTES;
  return sinceDayStart + slot.minutes > DAY_MINUTES;
}
