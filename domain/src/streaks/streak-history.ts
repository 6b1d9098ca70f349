import { type LocalDay, type Pause, type TimeZone, type WallTime, type Weekday } from '../documents';

export type HistoryCadence =
  | { readonly kind: 'daily' }
  | { readonly kind: 'weekly'; readonly days: readonly Weekday[]; readonly backup: Weekday | null };

/** A check-in for the slot of that date, or for the backup day. */
export interface CheckInEvent {
  readonly type: 'checkIn';
  readonly slot: LocalDay;
  readonly receivedAt: Date;
  readonly capturedAt: Date | null;
  /** How far the device's clock was off at its last sync, in milliseconds; null: not known. */
  readonly clientSkewMs: number | null;
}
export interface ZoneEvent {
  readonly type: 'zone';
  readonly at: Date;
  readonly zone: TimeZone;
}
export interface PauseEvent extends Readonly<Pause> {
  readonly type: 'pause';
}
export interface MakeUpEvent {
  readonly type: 'makeUp';
  readonly slot: LocalDay;
  readonly receivedAt: Date;
}
/** What a connected app reported for the slot of that date (behaviour 15). */
export interface ImportEvent {
  readonly type: 'import';
  readonly slot: LocalDay;
  readonly receivedAt: Date;
}
export type StreakEvent = CheckInEvent | ZoneEvent | PauseEvent | MakeUpEvent | ImportEvent;

/** All that a streak is made of. What happened after `now` is not known yet. */
export interface StreakHistory {
  readonly zone: TimeZone;
  readonly dayStart: WallTime;
  readonly cadence: HistoryCadence;
  readonly start: LocalDay;
  /** Dates of the sprint, from `start` on. */
  readonly days: number;
  /** Whether money hangs on it. */
  readonly staked: boolean;
  readonly now: Date;
  readonly events: readonly StreakEvent[];
}

/** When the server heard of an event. */
export function heardAt(event: StreakEvent): Date {
  if (event.type === 'zone') return event.at;
  return event.type === 'pause' ? event.requestedAt : event.receivedAt;
}
