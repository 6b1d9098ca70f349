import { backupTimes, type BackupSlot } from './backup-times';
import { type Burdens } from './burden';
import { INCONVENIENCE } from './inconvenience';
import { type RankedTime, rankedTime, rankTimes, type TimesToRank } from './rank-times';

/** Enough to choose from at a glance. */
const MOST_SUGGESTED = 6;
const MOST_BACKUPS = 2;
/** Less than this from another session leaves no time for both. */
const CLEAR_OF_OTHERS_MS = 3 * 3_600_000;
/** Suggestions closer to each other than this are hardly a choice. */
const APART_MS = 12 * 3_600_000;

export interface SuggestedTime extends RankedTime {
  /** All of them keep it free for what was missed. */
  readonly isBackup: boolean;
  /** Who carried most lately, and does not here; null: nobody did, or they would again. */
  readonly relievesId: string | null;
}

/**
 * A few times to propose: first those that the backup slots of all share, as long as nobody is up at night for them,
 * then the fairest of the coming week, hours apart. `taken`: starts of other sessions that stand already; `except`: the
 * time that a session to be moved has now.
 */
export function suggestTimes(
  p: TimesToRank & {
    readonly backups: readonly BackupSlot[];
    readonly taken: readonly Date[];
    readonly except: Date | null;
  },
): SuggestedTime[] {
  const free = (startsAt: Date) =>
    startsAt.getTime() !== p.except?.getTime() &&
    p.taken.every((other) => isApart(startsAt, other, CLEAR_OF_OTHERS_MS));
  const backups = backupTimes(p.backups, p.minutes, p.from)
    .map((startsAt) => rankedTime(startsAt, p))
    .filter(({ startsAt, worst }) => free(startsAt) && worst < INCONVENIENCE.night)
    .slice(0, MOST_BACKUPS);
  const chosen: { time: RankedTime; isBackup: boolean }[] = backups.map((time) => ({ time, isBackup: true }));
  for (const time of rankTimes(p)) {
    if (chosen.length === MOST_SUGGESTED) break;
    const isNew = chosen.every((other) => isApart(other.time.startsAt, time.startsAt, APART_MS));
    if (isNew && free(time.startsAt)) chosen.push({ time, isBackup: false });
  }
  return chosen.map(({ time, isBackup }) => ({ ...time, isBackup, relievesId: relieved(time, p.burdens) }));
}

const isApart = (a: Date, b: Date, leastMs: number): boolean => Math.abs(a.getTime() - b.getTime()) >= leastMs;

/** The one who carried more than anybody else, if these hours cost them nothing while the others carried less. */
function relieved({ strains }: RankedTime, burdens: Burdens): string | null {
  const [first, second] = Object.keys(strains)
    .map((id) => ({ id, carried: burdens[id] ?? 0 }))
    .sort((a, b) => b.carried - a.carried);
  if (!first || first.carried === 0 || first.carried === second?.carried) return null;
  return strains[first.id]?.burden === 0 ? first.id : null;
}
