import { type Session } from '../documents';

/** How many sessions in a row somebody may miss before the others are asked whether they want to go on like this. */
export const NO_SHOWS_IN_A_ROW = 2;

/**
 * Whether a member came to a session of theirs; null when nothing can be said: it did not take place, they were excused
 * or called it off, or nobody knows. Sessions from before outcomes were kept are read by who joined.
 */
export function cameTo(session: Session, memberId: string): boolean | null {
  const { attended, state, joinedIds, excusedIds } = session;
  if ((state !== 'done' && state !== 'no-quorum') || !session.memberIds.includes(memberId)) return null;
  const told = attended[memberId];
  if (told) return told === 'came' ? true : told === 'missed' ? false : null;
  if (state !== 'done' || Object.keys(attended).length > 0) return null;
  if (joinedIds.includes(memberId)) return true;
  return excusedIds.includes(memberId) ? null : false;
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
