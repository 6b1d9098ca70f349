import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';

/** Bumped when a stored shape changes; `migrations.ts` brings older documents up on read. */
export const SCHEMA_VERSION = 1;

export const Id = z.string().regex(/^[A-Za-z0-9_:-]{1,128}$/, 'is not an id');
export const LocalDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'is not a day (YYYY-MM-DD)');
export const WallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is not a time (HH:MM)');
export const Weekday = z.number().int().min(1).max(7); // ISO: 1 = Monday
export const TimeZone = z.string().max(64).refine(isTimeZone, 'is not a time zone we know');
export const Text = (longest: number) =>
  z.string().trim().min(1, 'is empty').max(longest, `is longer than ${longest} characters`);

/** A day in the member's own calendar, `YYYY-MM-DD`. */
export type LocalDay = z.infer<typeof LocalDay>;
/** A time on the wall clock, `HH:MM`, 24 hours. */
export type WallTime = z.infer<typeof WallTime>;
/** ISO weekday: 1 = Monday … 7 = Sunday. */
export type Weekday = z.infer<typeof Weekday>;
/** IANA zone name, never an offset (behaviour: an offset forgets DST). */
export type TimeZone = z.infer<typeof TimeZone>;

function isTimeZone(name: string): boolean {
  if (/^[+-]/.test(name)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}
