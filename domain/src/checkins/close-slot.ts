import { type Slot, type SlotRuling } from '../documents';

export type ExcuseRuling = Extract<SlotRuling, 'planned-pause' | 'illness-pause' | 'pod-changed'>;

/** A slot closes this long after its grace, so that a check-in under way when the grace ends is not overtaken. */
export const CLOSE_DELAY_MS = 15 * 60 * 1000;

/** The slot, closed as missed; null when there is nothing to do: not open, or not yet time. Run twice it changes nothing (behaviour 8). */
export function closeSlot(slot: Slot, now: Date): Slot | null {
  if (slot.state !== 'open' || now.getTime() < slot.graceEndsAt.getTime() + CLOSE_DELAY_MS) return null;
  return { ...slot, state: 'missed', ruling: 'not-kept', closedAt: now, version: slot.version + 1 };
}

/** A slot that its member need not keep any more; null when it was decided, or its time is over (behaviours 13, 31). */
export function excuseSlot(slot: Slot, now: Date, ruling: ExcuseRuling = 'pod-changed'): Slot | null {
  if (slot.state !== 'open' || now >= slot.graceEndsAt) return null;
  return { ...slot, state: 'excused', ruling, closedAt: now, version: slot.version + 1 };
}

/** A slot that was to rest in a pause, and is to be kept again; null when it was not. */
export function reopenSlot(slot: Slot): Slot | null {
  const isPaused = slot.ruling === 'planned-pause' || slot.ruling === 'illness-pause';
  if (slot.state !== 'excused' || !isPaused) return null;
  return { ...slot, state: 'open', ruling: null, closedAt: null, version: slot.version + 1 };
}
