import { type Session, type SessionMove } from '../documents';
import { verdict } from './verdict';

/**
 * The session at another time. It stays the same session, with its agenda and its link. Who could not come was asked
 * about the old time, so nobody has said anything of the new one.
 */
export const movedSession = (session: Session, move: SessionMove, now: Date): Session => ({
  ...session,
  startsAt: move.startsAt,
  agreedBy: move.agreedBy,
  declinedBy: move.declinedBy,
  withdrawals: {},
  timeSetAt: now,
  move: null,
});

/** The session after what the votes on its move come to by now; unchanged while they are open. */
export function settledMove(session: Session, awayIds: readonly string[], now: Date): Session {
  const { move } = session;
  if (!move) return session;
  switch (verdict(move, { memberIds: session.memberIds, awayIds })) {
    case 'agreed':
      return movedSession(session, move, now);
    case 'declined':
      return { ...session, move: null };
    case 'open':
      return session;
  }
}
