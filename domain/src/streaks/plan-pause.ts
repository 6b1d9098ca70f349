import { excuseSlot } from '../checkins';
import { DomainError, type FieldProblem } from '../contracts';
import { LIMITS, type LocalDay, type Pause, type Slot, type Sprint } from '../documents';
import { slotsOf, sprintDays } from '../sprints';
import { addDays, daysBetween, isCalendarDay } from '../time';
import { isSamePause } from './end-pause';
import { dayLivedAt } from './lived-day-at';
import { isGranted, PAUSES, withDaysAdded } from './pauses';

export interface PlannedPause {
  readonly sprint: Sprint;
  /** Slots that change or are added, each with its version raised. */
  readonly slots: readonly Slot[];
  readonly added: readonly Slot[];
  readonly days: readonly LocalDay[];
}

/**
 * A pause at once, by the same rules as in any history (behaviour 13): slots of its days that are not over are
 * excused, and an illness moves the end of the sprint. Asked for again, it changes nothing.
 * @throws DomainError `invalid-argument` with fields; `failed-precondition` when it is not granted
 */
export function planPause(
  sprint: Sprint,
  slots: readonly Slot[],
  p: { asked: Omit<Pause, 'requestedAt'>; staked: boolean; now: Date },
): PlannedPause {
  const problems = problemsOf(p.asked);
  if (problems.length > 0) throw new DomainError('invalid-argument', 'The pause needs another look.', problems);
  if (sprint.status !== 'planned' && sprint.status !== 'active')
    throw new DomainError('failed-precondition', 'This sprint is over, so there is nothing to pause.');
  const pause: Pause = { ...p.asked, requestedAt: p.now };
  if (sprint.pauses.some((other) => isSamePause(other, pause))) return { sprint, slots: [], added: [], days: [] };
  if (sprint.pauses.length >= LIMITS.pauses)
    throw new DomainError('failed-precondition', 'There are as many pauses in this sprint as there can be.');

  const { startsOn: start, endsOn } = sprint;
  const judged = withDaysAdded([...earlierIllnesses(sprint), pause], {
    daysOf: (count) => sprintDays(sprint, count),
    start,
    count: daysBetween(start, endsOn) + 1,
    staked: p.staked,
  });
  const own = judged.pauses.find(({ asked }) => asked === pause);
  if (!own || !isGranted(own)) throw refusal(own?.ruling ?? null, earliestStaked(sprint, p.now));
  const ruling = own.ruling === 'illness-pause' ? 'illness-pause' : 'planned-pause';
  const longer: Sprint = {
    ...sprint,
    endsOn: addDays(endsOn, ruling === 'illness-pause' ? judged.added : 0),
    pauses: [...sprint.pauses, pause],
    version: sprint.version + 1,
  };
  const covered = new Set(own.days);
  const excused = (slot: Slot): Slot | null =>
    covered.has(slot.label) && p.now <= slot.dueAt ? excuseSlot(slot, p.now, ruling) : null;
  const added = slotsAfter(longer, endsOn, slots.length).map((slot) => excused(slot) ?? slot);
  return {
    sprint: longer,
    slots: slots.flatMap((slot) => excused(slot) ?? []),
    added,
    days: own.days.filter((day) => day <= longer.endsOn),
  };
}

/** Only an illness bears on whether another pause is granted; those of a sprint moved its end already. */
const earlierIllnesses = ({ pauses }: Sprint): Pause[] => pauses.filter(({ kind }) => kind === 'illness');

/**
 * Slots after the day on which the sprint was to end, numbered on from those that it had. Their versions go on from the
 * sprint's, so that one that was removed and comes back is not taken for the one it was.
 */
const slotsAfter = (sprint: Sprint, endsOn: LocalDay, count: number): Slot[] =>
  slotsOf(sprint)
    .filter(({ label }) => label > endsOn)
    .map((slot, n) => ({ ...slot, seq: count + n, id: `${sprint.id}_${count + n}`, version: sprint.version }));

/** The first day that a pause may have while money hangs on the sprint. */
export const earliestStaked = (sprint: Sprint, now: Date): LocalDay =>
  addDays(dayLivedAt(sprintDays(sprint), now), PAUSES.noticeWhenStaked);

function problemsOf({ from, to }: Pick<Pause, 'from' | 'to'>): FieldProblem[] {
  const problems = (['from', 'to'] as const)
    .filter((field) => !isCalendarDay({ from, to }[field]))
    .map((path) => ({ path, message: 'is not a day of the calendar' }));
  if (problems.length === 0 && to < from) problems.push({ path: 'to', message: 'is before the first day' });
  return problems;
}

function refusal(ruling: string | null, earliest: LocalDay): DomainError {
  if (ruling === 'second-illness')
    return new DomainError(
      'failed-precondition',
      'This sprint has had its pause for illness. A moderator can grant another; please write to us.',
    );
  if (ruling === 'pause-without-notice')
    return new DomainError(
      'failed-precondition',
      'With a deposit a pause is asked for at least 7 days ahead. If you are ill, a pause for illness begins at once.',
      [{ path: 'from', message: `can be ${earliest} at the earliest` }],
    );
  return new DomainError('invalid-argument', 'The pause needs another look.', [
    { path: 'from', message: 'leaves no day of this sprint that is still to come' },
  ]);
}
