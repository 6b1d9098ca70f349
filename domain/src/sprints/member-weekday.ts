import { type PlanSlot, type WallTime, type Weekday } from '../documents';

/** The weekday a slot counts for: before `dayStart` it is still the member's day before. */
export function memberWeekday(slot: Pick<PlanSlot, 'weekday' | 'time'>, dayStart: WallTime): Weekday {
  if (slot.time >= dayStart) return slot.weekday;
  return slot.weekday === 1 ? 7 : slot.weekday - 1;
}
