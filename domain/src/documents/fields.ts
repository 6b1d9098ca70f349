import * as z from 'zod';
import { LIMITS } from './limits';

/** Bumped when a stored shape changes; `migrations.ts` brings older documents up on read. */
export const SCHEMA_VERSION = 3;

export const Id = z.string().regex(/^[A-Za-z0-9_:-]{1,128}$/, 'is not an id');
export const LocalDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'is not a day (YYYY-MM-DD)');
export const WallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is not a time (HH:MM)');
export const Weekday = z.number().int().min(1).max(7); // ISO: 1 = Monday
export const TimeZone = z.string().max(64).refine(isTimeZone, 'is not a time zone we know');
export const Text = (longest: number) =>
  z.string().trim().min(1, 'is empty').max(longest, `is longer than ${longest} characters`);

/** Control characters, and the marks with which a name could turn the text around it backwards. */
export const UNPRINTABLE = /[\p{Cc}\u2028-\u202e\u2066-\u2069]/u;
/** At least one letter, digit or symbol: a name of joiners and spaces alone would show as nothing. */
export const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;
/** A name as somebody may give it to themselves; stored ones are read as `Text`, whatever they were taken by. */
export const DisplayName = Text(LIMITS.displayName)
  .refine((name) => !UNPRINTABLE.test(name), { error: 'has a character that cannot be shown', abort: true })
  .refine((name) => name === '' || VISIBLE.test(name), 'has nothing that can be seen');

/** A day in the member's own calendar, `YYYY-MM-DD`. */
export type LocalDay = z.infer<typeof LocalDay>;
/** A time on the wall clock, `HH:MM`, 24 hours. */
export type WallTime = z.infer<typeof WallTime>;
/** ISO weekday: 1 = Monday … 7 = Sunday. */
export type Weekday = z.infer<typeof Weekday>;
/** IANA zone name, never an offset (behaviour: an offset forgets DST). */
export type TimeZone = z.infer<typeof TimeZone>;

/** Enough for every zone with its old names; a bound, as spelling is free and input is anybody's. */
const MOST_KEPT = 1000;
const knownZones = new Set<string>();
/** Short names that `Intl` takes for a city's, and `Temporal`, which reckons with what is stored, does not. */
const SHORT_NAMES = /^(AC|AE|AG|AR|AS|BE|BS|CA|CN|CS|CT|EA|EC|IE|IS|JS|MI|NE|NS|PL|PN|PR|PS|SS|VS)T$/i;

/** By `Intl` rather than `Temporal`: every page that reads a document would load a calendar to test a name. */
function isTimeZone(name: string): boolean {
  if (/^[+-]/.test(name) || SHORT_NAMES.test(name)) return false;
  if (knownZones.has(name)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name }); // throws for a zone it does not know
  } catch {
    return false;
  }
  if (knownZones.size < MOST_KEPT) knownZones.add(name);
  return true;
}
