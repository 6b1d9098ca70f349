import { reopenSlot } from '../checkins';
import { DomainError } from '../contracts';
import { type LocalDay, type Pause, type Slot, type Sprint } from '../documents';
import { sprintDays } from '../sprints';
import { addDays } from '../time';
import { dayLivedAt } from './lived-day-at';
import { daysCovered } from './pauses';

export interface EndedPause {
  readonly sprint: Sprint;
  /** Slots that are to be kept again, each with its version raised. */
  readonly slots: readonly Slot[];
  /** Slots of days that the sprint no longer has, as an illness that is shorter moves its end by less. */
  readonly removed: readonly Slot[];
}

/** Which pause of a sprint: no two of one kind cover the same days. */
export type PauseName = Pick<Pause, 'from' | 'to' | 'kind'>;

export const isSamePause = (a: PauseName, b: PauseName): boolean =>
  a.from === b.from && a.to === b.to && a.kind === b.kind;

/** Where a pause stands by the member's date: to be cancelled, to be ended with this day, or nothing is left of it. */
export function standingOfPause(sprint: Sprint, pause: Pause, now: Date): 'ahead' | 'running' | 'over' {
  const days = sprintDays(sprint);
  const today = dayLivedAt(days, now);
  const covered = daysCovered(pause, days);
  const last = covered.at(-1);
  if (last === undefined || last < today) return 'over';
  return pause.from > today ? 'ahead' : 'running';
}

/**
 * Without the rest of a pause: one that is ahead is cancelled, and one that runs ends with this day. Its slots after
 * that are open again, unless another pause covers them. One that is over, or that is no longer there, stays as it is.
 * @throws DomainError `failed-precondition` when the sprint is over
 */
export function endPause(sprint: Sprint, slots: readonly Slot[], p: { pause: PauseName; now: Date }): EndedPause {
  if (sprint.status !== 'planned' && sprint.status !== 'active')
    throw new DomainError('failed-precondition', 'This sprint is over, and its pauses with it.');
  const unchanged = { sprint, slots: [], removed: [] };
  const pause = sprint.pauses.find((other) => isSamePause(other, p.pause));
  const standing = pause && standingOfPause(sprint, pause, p.now);
  if (!pause || standing === 'over') return unchanged;

  const days = sprintDays(sprint);
  const kept = standing === 'ahead' ? null : { ...pause, to: dayLivedAt(days, p.now) };
  const before = daysCovered(pause, days);
  const after = kept ? daysCovered(kept, days) : [];
  const freed = before.length - after.length;
  if (freed === 0) return unchanged; // its last day is today
  const pauses = sprint.pauses.flatMap((other) => (other === pause ? (kept ?? []) : other));
  const shorter: Sprint = {
    ...sprint,
    pauses,
    endsOn: addDays(sprint.endsOn, pause.kind === 'illness' ? -freed : 0),
    version: sprint.version + 1,
  };
  const removed = slots.filter(({ label }) => label > shorter.endsOn);
  const covered = new Set<LocalDay>(pauses.flatMap((other) => daysCovered(other, days)));
  const isFreed = (slot: Slot): boolean =>
    before.includes(slot.label) && !covered.has(slot.label) && slot.label <= shorter.endsOn;
  return { sprint: shorter, slots: slots.filter(isFreed).flatMap((slot) => reopenSlot(slot) ?? []), removed };
}
