import { type LocalDay, type Slot } from '../documents';
import { addDays, weekdayOf } from '../time';

/** Behaviour 14: near enough to the slot that it is the same effort, and in the week it was promised for. */
export const MAKE_UP_WITHIN_MS = 72 * 60 * 60 * 1000;

export const mondayOf = (day: LocalDay): LocalDay => addDays(day, 1 - weekdayOf(day));

/** Until when a missed slot can be made up: 72 hours after its end, and no later than the Sunday of its week. */
export function canMakeUp(slot: Pick<Slot, 'label' | 'dueAt'>, p: { receivedAt: Date; on: LocalDay }): boolean {
  const since = p.receivedAt.getTime() - slot.dueAt.getTime();
  return since > 0 && since <= MAKE_UP_WITHIN_MS && mondayOf(p.on) === mondayOf(slot.label);
}
