import { SCHEMA_VERSION, type Slot, type Streak } from '../documents';
import { foldStreak } from './streak-rule';

/** As many days as the document holds; a sprint has fewer. */
const LONGEST_HISTORY = 200;

/** The cache of the fold that is stored for the member (behaviour 16); `previousVersion` is 0 when there is none yet. */
export function streakDocument(p: {
  memberId: string;
  sprintId: string;
  slots: readonly Slot[];
  previousVersion: number;
  now: Date;
}): Streak {
  const { days, ...counts } = foldStreak(p.slots);
  return {
    id: p.memberId,
    sprintId: p.sprintId,
    ...counts,
    days: days.slice(-LONGEST_HISTORY),
    version: p.previousVersion + 1,
    schemaVersion: SCHEMA_VERSION,
    updatedAt: p.now,
  };
}
