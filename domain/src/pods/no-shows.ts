import { type Session } from '../documents';

/** How many sessions in a row somebody may miss before the others are asked whether they want to go on like this. */
export const NO_SHOWS_IN_A_ROW = 2;

/** Whether a member came to a session of theirs; null when nothing can be said: it did not take place, or they were excused. */
export function cameTo(session: Session, memberId: string): boolean | null {
  if (session.state !== 'done' || !session.memberIds.includes(memberId)) return null;
  if (session.joinedIds.includes(memberId)) return true;
  return session.excusedIds.includes(memberId) ? null : false;
}

/**
 * The session by which a member has missed as many in a row as end the others' patience; null when they have not, or
 * came since. What cannot be said neither breaks the row nor adds to it (behaviour 29).
 */
export function lastOfNoShows(sessions: readonly Session[], memberId: string): Session | null {
  const newestFirst = sessions
    .filter((session) => cameTo(session, memberId) !== null)
    .sort((a, b) => b.startsAt.getTime() - a.startsAt.getTime());
  const row = newestFirst.slice(0, NO_SHOWS_IN_A_ROW);
  const isRow = row.length === NO_SHOWS_IN_A_ROW && row.every((session) => cameTo(session, memberId) === false);
  return isRow ? (row[0] ?? null) : null;
}
