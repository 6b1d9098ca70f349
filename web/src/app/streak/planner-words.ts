import { type TimeZone } from '@podmates/domain';
import { type Outlook } from '@podmates/domain/streaks';
import { sayLocalDay, sayMoment } from '../schedule/say-time';

const MINUTE_MS = 60_000;

/** A week ends a moment before the full hour; "until 04:00" says that, "until 03:59" puzzles. */
export const sayExpiry = (expiresAt: Date, zone: TimeZone): string =>
  sayMoment(new Date(Math.ceil(expiresAt.getTime() / MINUTE_MS) * MINUTE_MS), zone);

/** What missing a slot would mean, in plain sentences; never as a threat. */
export function sayOutlook({ day, ifMissed, ifKept, makeUpUntil }: Outlook, zone: TimeZone): string {
  const freezes = ifMissed.freezeTokens === 1 ? '1 freeze' : `${ifMissed.freezeTokens} freezes`;
  const missed =
    day.state === 'frozen'
      ? `a freeze keeps the streak at ${ifMissed.current}, and ${freezes} would be left`
      : 'there is no freeze left for it, so a new streak begins with the slot after';
  return (
    `Without ${sayLocalDay(day.label)} ${missed}. With it the streak would be ${ifKept.current}. ` +
    `It could be made up until ${sayExpiry(makeUpUntil, zone)}.`
  );
}
