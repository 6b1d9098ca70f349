import { type Session, type Streak } from '../documents';
import { cameTo } from '../pods/no-shows';

/** A month of three slots a week. */
const ENOUGH_KEPT_SLOTS = 12;
const LATELY_MS = 30 * 24 * 3_600_000;

/**
 * Whether somebody can be company for a newcomer: they completed a sprint, or kept twelve slots of the one they are in,
 * and they did not stay away from a session lately.
 */
export const isTrusted = (p: {
  memberId: string;
  hasCompletedSprint: boolean;
  streak: Streak | null;
  /** Their latest sessions that took place. */
  sessions: readonly Session[];
  now: Date;
}): boolean => {
  const kept = p.streak?.days.filter(({ state }) => state === 'done' || state === 'late').length ?? 0;
  const hasStayedAway = p.sessions.some(
    (session) => p.now.getTime() - session.startsAt.getTime() < LATELY_MS && cameTo(session, p.memberId) === false,
  );
  return !hasStayedAway && (p.hasCompletedSprint || kept >= ENOUGH_KEPT_SLOTS);
};
