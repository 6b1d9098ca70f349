import { type Slot } from '../documents';

/** The slot to check in for: the oldest one that is open and whose day has begun (behaviour 9), until its grace is over. */
export const currentSlot = (slots: readonly Slot[], now: Date): Slot | null =>
  oldest(slots.filter((slot) => slot.state === 'open' && slot.openAt <= now && now <= slot.graceEndsAt));

/** The next one whose day has not begun. */
export const nextSlot = (slots: readonly Slot[], now: Date): Slot | null =>
  oldest(slots.filter((slot) => slot.state === 'open' && slot.openAt > now));

const oldest = (slots: readonly Slot[]): Slot | null =>
  slots.reduce<Slot | null>((first, slot) => (first && first.seq <= slot.seq ? first : slot), null);
