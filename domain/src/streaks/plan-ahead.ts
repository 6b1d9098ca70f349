import { makeUpExpiresAt } from '../checkins';
import { type LocalDay, type PlanSlot, type Slot, type Sprint, type StreakDay } from '../documents';
import { addDays, instantAt, localDay, wallTime, weekdayOf } from '../time';
import { foldStreak } from './streak-rule';

/** What missing a slot would mean, if everything before it that is open were kept. */
export interface Outlook {
  /** The day as the streak page would show it, with its reason. */
  readonly day: StreakDay;
  readonly ifMissed: { readonly current: number; readonly freezeTokens: number };
  readonly ifKept: { readonly current: number; readonly freezeTokens: number };
  readonly makeUpUntil: Date;
}

/** "What if I miss Thursday?", by the fold that counts the streak; null for a slot that is decided, or none of these. */
export function whatIfMissed(slots: readonly Slot[], slotId: string): Outlook | null {
  const asked = slots.find(({ id }) => id === slotId);
  if (!asked || asked.state !== 'open') return null;
  const fold = (state: 'done' | 'missed') =>
    foldStreak(
      slots.map((slot) => {
        if (slot.id === slotId) return { ...slot, state, ruling: null };
        return slot.state === 'open' && slot.seq < asked.seq ? { ...slot, state: 'done' as const, ruling: null } : slot;
      }),
    );
  const [missed, kept] = [fold('missed'), fold('done')];
  const day = missed.days.find((one) => one.slotId === slotId);
  if (!day) return null;
  const after = (seq: number): number => kept.days.find((one) => one.seq === seq)?.lengthAfter ?? kept.current;
  return {
    day,
    ifMissed: { current: day.lengthAfter, freezeTokens: missed.freezeTokens },
    ifKept: { current: after(asked.seq), freezeTokens: kept.freezeTokens },
    makeUpUntil: makeUpExpiresAt(asked),
  };
}

export interface MakeUpSuggestion {
  readonly slotId: string;
  readonly label: LocalDay;
  readonly at: Date;
  readonly minutes: number;
  readonly expiresAt: Date;
}

/**
 * When a missed slot could be made up: on the backup of its week if that is still to come, else tomorrow at the time
 * of the slot, else in an hour. Null when nothing is to be made up any more (row 8.4).
 */
export function suggestMakeUp(sprint: Sprint, slot: Slot, now: Date): MakeUpSuggestion | null {
  const expiresAt = makeUpExpiresAt(slot);
  if (slot.state !== 'missed' || now >= expiresAt) return null;
  const { timeZone: zone } = slot;
  const tomorrow = instantAt(addDays(localDay(now, zone), 1), wallTime(slot.startsAt, zone), zone, 'start');
  const candidates = [backupAt(sprint.backup, slot), tomorrow, new Date(now.getTime() + 3_600_000), expiresAt];
  const at = candidates.find((one) => one > now && one <= expiresAt) ?? expiresAt;
  const planned = sprint.slots.find(({ weekday }) => weekday === weekdayOf(localDay(slot.startsAt, zone)));
  return { slotId: slot.id, label: slot.label, at, minutes: (planned ?? sprint.backup).minutes, expiresAt };
}

/** The backup of the slot's ISO week. */
function backupAt(backup: PlanSlot, { label, timeZone }: Slot): Date {
  return instantAt(addDays(label, backup.weekday - weekdayOf(label)), backup.time, timeZone, 'start');
}
