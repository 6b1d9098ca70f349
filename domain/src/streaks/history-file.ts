import * as z from 'zod';
import { DomainError, pathAsWritten } from '../contracts';
import { TimeZone, WallTime, Weekday } from '../documents';
import { isCalendarDay } from '../time';
import { type StreakHistory } from './streak-history';

/** Ten years. */
const MOST_DAYS = 3660;
const MOST_EVENTS = 100_000;

const Instant = z.iso
  .datetime({ offset: true, error: 'is not an instant (2026-03-02T18:00:00Z)' })
  .transform((text) => new Date(text))
  .refine((instant) => !Number.isNaN(instant.getTime()), 'is not an instant (2026-03-02T18:00:00Z)');
const Day = z.string().refine(isCalendarDay, 'is not a day of the calendar (YYYY-MM-DD)');

const Cadence = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('daily') }),
  z.object({
    kind: z.literal('weekly'),
    days: z
      .array(Weekday)
      .min(1, 'names no day')
      .max(7)
      .refine((days) => new Set(days).size === days.length, 'names a day twice'),
    backup: Weekday.nullable().default(null),
  }),
]);

const Event = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('checkIn'),
    slot: Day,
    receivedAt: Instant,
    capturedAt: Instant.nullable().default(null),
    clientSkewMs: z.number().nullable().default(null),
  }),
  z.object({ type: z.literal('zone'), at: Instant, zone: TimeZone }),
  z
    .object({
      type: z.literal('pause'),
      requestedAt: Instant,
      from: Day,
      to: Day,
      kind: z.enum(['planned', 'illness'], 'is neither planned nor illness'),
    })
    .refine(({ from, to }) => from <= to, { path: ['to'], error: 'is before from' }),
  z.object({ type: z.literal('makeUp'), slot: Day, receivedAt: Instant }),
]);

const HistoryFile = z.object({
  zone: TimeZone,
  dayStart: WallTime,
  cadence: Cadence,
  start: Day,
  days: z.number().int('is not a whole number').min(1, 'is below 1').max(MOST_DAYS, `is above ${MOST_DAYS}`),
  staked: z.boolean(),
  now: Instant,
  events: z.array(Event).max(MOST_EVENTS),
});

/**
 * Reads what `docs/streaks.md` describes. @throws DomainError 'invalid-argument' whose `fields` name each bad field by
 * its path, as in `events[3].receivedAt`.
 */
export function readStreakHistory(content: unknown): StreakHistory {
  const read = HistoryFile.safeParse(content);
  if (read.success) return read.data;
  throw new DomainError(
    'invalid-argument',
    'This is no history of a streak.',
    read.error.issues.map(({ path, message }) => ({ path: pathAsWritten(path), message })),
  );
}
