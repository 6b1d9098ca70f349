import { type Session, type SessionState } from '../documents';

const MINUTE_MS = 60_000;
export const LOBBY_OPENS_MS = 10 * MINUTE_MS;
/** Behaviour: nobody waits longer than this for a second person. */
const QUORUM_WAIT_MS = 20 * MINUTE_MS;
const QUORUM = 2;
/** One who goes on with the coach waits for nobody. */
const quorumOf = (session: Session): number => Math.min(QUORUM, session.memberIds.length);
/** A room left open ends by itself when twice its length has passed. */
const LONGEST_IN_LENGTHS = 2;
const WRAP_LASTS_MS = 15 * MINUTE_MS;

interface SystemChange {
  readonly at: Date;
  readonly to: SessionState;
}

/** What time alone will do to a session next; null when nothing. */
function systemChange(session: Session): SystemChange | null {
  const start = session.startsAt.getTime();
  const longestEnd = start + LONGEST_IN_LENGTHS * session.minutes * MINUTE_MS;
  const change = (ms: number, to: SessionState): SystemChange => ({ at: new Date(ms), to });
  switch (session.state) {
    case 'draft':
      return change(start, 'cancelled');
    case 'scheduled':
      return change(start - LOBBY_OPENS_MS, 'lobby');
    case 'lobby':
      return session.joinedIds.length < quorumOf(session)
        ? change(start + QUORUM_WAIT_MS, 'no-quorum')
        : change(Math.max(longestEnd, start + QUORUM_WAIT_MS), 'cancelled');
    case 'live':
      return change(longestEnd, 'wrap');
    case 'wrap':
      return change(longestEnd + WRAP_LASTS_MS, 'done');
    case 'done':
    case 'cancelled':
    case 'no-quorum':
      return null;
  }
}

/** When time alone changes the session next: the moment to call `advanceBySystem`. */
export const nextSystemChange = (session: Session): Date | null => systemChange(session)?.at ?? null;

/**
 * The one change that is due, or null: draft → cancelled when its time came without agreement; scheduled → lobby
 * at T−10 min; lobby → no-quorum at T+20 min with fewer than two; a lobby never started → cancelled, and
 * live → wrap, at T + twice the length; wrap → done 15 min later. After a long silence call it until null.
 */
export function advanceBySystem(session: Session, now: Date): Session | null {
  const due = systemChange(session);
  if (!due || now < due.at) return null;
  return entered({ ...session, version: session.version + 1 }, due.to);
}

/** A session in another state. Outside of the live part no item is current and no timer runs. */
export const entered = (session: Session, state: SessionState): Session =>
  state === 'live' ? { ...session, state } : { ...session, state, currentItemId: null, timer: null };
