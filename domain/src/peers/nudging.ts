import { type LocalDay, type Nudge, type Relations, type Slot } from '../documents';
import { DomainError } from '../contracts';
import { LIMITS } from '../documents';

/** `nothing-open` is all that is said where a nudge is of no use or not wanted, so that nobody learns which. */
export type NudgeAnswer = 'sent' | 'already' | 'nothing-open';

/**
 * Whether a nudge goes out: once per pair and day of whoever is nudged (behaviour 54), and only where a slot of theirs
 * waits for its check-in. A day that came again, by a move over the date line, is not a new one. Someone on pause has
 * no open slot; who is away, muted nudges of this podmate, or is kept apart from them is not reached, in the same words.
 */
export function answerNudge(p: {
  last: Nudge | null;
  today: LocalDay;
  slots: readonly Pick<Slot, 'state' | 'openAt' | 'graceEndsAt'>[];
  isAway: boolean;
  isMuted: boolean;
  isKeptApart: boolean;
  now: Date;
}): NudgeAnswer {
  if (p.last !== null && p.today <= p.last.day) return 'already';
  if (p.isAway || p.isMuted || p.isKeptApart) return 'nothing-open';
  const isWaiting = p.slots.some(
    ({ state, openAt, graceEndsAt }) => state === 'open' && openAt <= p.now && p.now < graceEndsAt,
  );
  return isWaiting ? 'sent' : 'nothing-open';
}

/**
 * With or without one whose nudges do not reach this member; the same relations when it is so already.
 * @throws DomainError 'resource-exhausted': as many are muted as can be kept
 */
export function withMutedNudges(relations: Relations, memberId: string, isMuted: boolean): Relations {
  const before = relations.mutedNudges ?? [];
  if (memberId === relations.id || before.includes(memberId) === isMuted) return relations;
  if (isMuted && before.length >= LIMITS.mutedNudges)
    throw new DomainError(
      'resource-exhausted',
      `You can mute ${LIMITS.mutedNudges} people. Let one nudge again first.`,
    );
  const mutedNudges = isMuted ? [...before, memberId] : before.filter((id) => id !== memberId);
  return { ...relations, mutedNudges, version: relations.version + 1 };
}
