import { type LocalDay } from '../documents';
import { addDays, GRACE_MS, type LivedDay, weekdayOf } from '../time';
import { type HistoryCadence } from './streak-history';

export interface PlannedSlot {
  readonly seq: number;
  readonly label: LocalDay;
  /** The label, and dates whose remnants went up in its day. */
  readonly dates: readonly LocalDay[];
  readonly openAt: Date;
  readonly dueAt: Date;
  readonly graceEndsAt: Date;
}

/**
 * The slots that fall on these days, by `seq` from 0 (behaviour 1). Of a partial first week only
 * `round(n · days / 7)` of the n weekly slots count, at least one, the earliest first (behaviour 10). A slot whose
 * date went up in the next day is that day's.
 */
export function plannedSlots(days: readonly LivedDay[], cadence: HistoryCadence): PlannedSlot[] {
  const isPlanned = (date: LocalDay): boolean => cadence.kind === 'daily' || cadence.days.includes(weekdayOf(date));
  const planned = days
    .map(({ label, merged, openAt, dueAt }) => ({ label, dates: [...merged, label], openAt, dueAt }))
    .filter(({ dates }) => dates.some(isPlanned));
  const first = days[0]?.merged[0] ?? days[0]?.label;
  const isInFirstWeek = ({ label }: { label: LocalDay }): boolean => first !== undefined && label <= sundayOf(first);
  const firstWeek = planned.filter(isInFirstWeek);
  const counted = first === undefined ? 0 : countedInFirstWeek(first, cadence);
  return [...firstWeek.slice(0, counted), ...planned.slice(firstWeek.length)].map((slot, seq) => ({
    seq,
    ...slot,
    graceEndsAt: new Date(slot.dueAt.getTime() + GRACE_MS),
  }));
}

function countedInFirstWeek(first: LocalDay, cadence: HistoryCadence): number {
  const perWeek = cadence.kind === 'daily' ? 7 : cadence.days.length;
  return Math.max(1, Math.round((perWeek * (8 - weekdayOf(first))) / 7));
}

const sundayOf = (day: LocalDay): LocalDay => addDays(day, 7 - weekdayOf(day));
