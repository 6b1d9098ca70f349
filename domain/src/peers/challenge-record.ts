import { DomainError } from '../contracts';
import { type ChallengeRecord, type ChallengeState, LIMITS, SCHEMA_VERSION } from '../documents';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Behaviour 18: the weight of who often asks in vain shrinks, and with it how often they may ask. */
export const CHALLENGE_PACE = {
  lastCounted: 10, // what somebody asked half a year ago says little
  longestDays: 7, // nobody is silenced
} as const;

export const noChallenges = (memberId: string): ChallengeRecord => ({
  id: memberId,
  asked: [],
  version: 1,
  schemaVersion: SCHEMA_VERSION,
});

/** From 1, for whom no challenge was dismissed, down towards 0. What expired says nothing about who asked. */
export function weightOf({ asked }: ChallengeRecord): number {
  const counted = asked.filter(({ state }) => state === 'upheld' || state === 'dismissed');
  const newest = counted.slice(-CHALLENGE_PACE.lastCounted);
  const upheld = newest.filter(({ state }) => state === 'upheld').length;
  return (1 + upheld) / (1 + newest.length);
}

/** When somebody may ask for their next second look: a day after the last, or later with less weight; null: at once. */
export function nextChallengeAt(record: ChallengeRecord): Date | null {
  const last = record.asked.at(-1);
  if (!last) return null;
  const days = Math.min(CHALLENGE_PACE.longestDays, Math.round(1 / weightOf(record)));
  return new Date(last.at.getTime() + days * DAY_MS);
}

/** With one more. @throws DomainError 'resource-exhausted': it is not time for another yet */
export function withChallenge(record: ChallengeRecord, slotId: string, now: Date): ChallengeRecord {
  const next = nextChallengeAt(record);
  if (next !== null && now < next)
    throw new DomainError('resource-exhausted', 'You asked for a second look lately. Another is possible later.');
  const asked = [...record.asked, { slotId, at: now, state: 'open' as const }].slice(-LIMITS.challengesKept);
  return { ...record, asked, version: record.version + 1 };
}

/** What came of it, as far as it is still kept. */
export function withDecision(record: ChallengeRecord, slotId: string, state: ChallengeState): ChallengeRecord {
  if (state === 'open' || state === 'in-review') return record;
  const asked = record.asked.map((one) => (one.slotId === slotId ? { ...one, state } : one));
  return { ...record, asked, version: record.version + 1 };
}
