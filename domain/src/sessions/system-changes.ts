import { type Session, type SessionState } from '../documents';
import { settledMove } from './moved-session';
import { restingIds } from './session-pauses';
import { verdict } from './verdict';

const MINUTE_MS = 60_000;
export const LOBBY_OPENS_MS = 10 * MINUTE_MS;
/** Behaviour: nobody waits longer than this for a second person. */
const QUORUM_WAIT_MS = 20 * MINUTE_MS;
const QUORUM = 2;
/** One who goes on with the coach waits for nobody, and nobody waits for those who are on a pause. */
export const quorumOf = (session: Session): number =>
  Math.min(QUORUM, Math.max(1, session.memberIds.length - restingIds(session).length));
/** All others are on a pause: whoever comes may go on with the coach, and is judged also if they do not. */
const isForOne = (session: Session): boolean => quorumOf(session) < Math.min(QUORUM, session.memberIds.length);
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
      return change(Math.min(start, session.voteEndsAt?.getTime() ?? start), 'cancelled');
    case 'scheduled': {
      const lobbyOpens = start - LOBBY_OPENS_MS;
      const voteEnds = session.move?.expiresAt.getTime() ?? lobbyOpens;
      return voteEnds < lobbyOpens ? change(voteEnds, 'scheduled') : change(lobbyOpens, 'lobby');
    }
    case 'lobby':
      return session.joinedIds.length < quorumOf(session)
        ? change(start + QUORUM_WAIT_MS, 'no-quorum')
        : change(Math.max(longestEnd, start + QUORUM_WAIT_MS), isForOne(session) ? 'no-quorum' : 'cancelled');
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
 * The one change that is due, or null: draft → cancelled, and the end of a move, when the vote is over and more than
 * half of those who are here by then have not agreed; scheduled → lobby at T−10 min; lobby → no-quorum at T+20 min
 * with fewer than two; a lobby never started → cancelled, and live → wrap, at T + twice the length; wrap → done
 * 15 min later. After a long silence call it until null. `awayIds`: members for whom no vote waits.
 */
export function advanceBySystem(session: Session, now: Date, awayIds: readonly string[] = []): Session | null {
  const due = systemChange(session);
  if (!due || now < due.at) return null;
  const next = { ...session, version: session.version + 1 };
  const stands = due.to === 'cancelled' && standsAtLast(session, now, awayIds);
  if (stands) return { ...entered(next, 'scheduled'), timeSetAt: now };
  return due.to === 'scheduled' ? atVoteEnd(next, now, awayIds) : entered(next, due.to);
}

/** Somebody who went away meanwhile has left the vote. A time that has passed stands for nobody. */
const standsAtLast = (session: Session, now: Date, awayIds: readonly string[]): boolean =>
  session.state === 'draft' &&
  now < session.startsAt &&
  verdict(session, { memberIds: session.memberIds, awayIds }) === 'agreed';

const atVoteEnd = (session: Session, now: Date, awayIds: readonly string[]): Session => {
  const isTimeAhead = session.move !== null && now < session.move.startsAt;
  return { ...(isTimeAhead ? settledMove(session, awayIds, now) : session), move: null };
};

/**
 * A session in another state. Outside of the live part no item is current and no timer runs; only a draft is voted on,
 * and only a scheduled one can be moved.
 */
export const entered = (session: Session, state: SessionState): Session => ({
  ...session,
  state,
  ...(state === 'live' ? {} : { currentItemId: null, timer: null }),
  ...(state === 'draft' ? {} : { voteEndsAt: null }),
  ...(state === 'scheduled' ? {} : { move: null }),
});
