import { type PlanSlot, type TimeZone } from '../../documents';
import { addDays, instantAt, localDay, weekdayOf } from '../../time';

const MINUTE_MS = 60_000;
const DAYS_AHEAD = 14;
/** A meeting for which the backup slots leave less is hardly one. */
const LEAST_MINUTES = 30;

export interface BackupSlot {
  readonly timeZone: TimeZone;
  readonly backup: Pick<PlanSlot, 'weekday' | 'time' | 'minutes'>;
}

interface Span {
  readonly from: number;
  readonly until: number;
}

/**
 * The moments of the next two weeks, from `from` on, at which the backup slots of everybody overlap for the whole
 * session, or half an hour if that is less: time that all of them keep free for what was missed. Soonest first.
 */
export function backupTimes(slots: readonly BackupSlot[], minutes: number, from: Date): Date[] {
  const [first, ...others] = slots.map((slot) => spansOf(slot, from));
  if (!first) return [];
  const shared = others.reduce(
    (sofar, spans) => sofar.flatMap((span) => spans.flatMap((one) => both(span, one))),
    first,
  );
  const least = Math.min(minutes, LEAST_MINUTES) * MINUTE_MS;
  return shared
    .filter((span) => span.until - span.from >= least && span.from >= from.getTime())
    .map((span) => span.from)
    .sort((a, b) => a - b)
    .map((ms) => new Date(ms));
}

function spansOf({ timeZone, backup }: BackupSlot, from: Date): Span[] {
  const today = localDay(from, timeZone);
  // A day before, too: elsewhere it may still be yesterday.
  return Array.from({ length: DAYS_AHEAD + 2 }, (_, n) => addDays(today, n - 1))
    .filter((day) => weekdayOf(day) === backup.weekday)
    .map((day) => instantAt(day, backup.time, timeZone, 'start').getTime())
    .map((start) => ({ from: start, until: start + backup.minutes * MINUTE_MS }));
}

function both(a: Span, b: Span): Span[] {
  const span = { from: Math.max(a.from, b.from), until: Math.min(a.until, b.until) };
  return span.from < span.until ? [span] : [];
}
