import { type MemberCard, type Session } from '../documents';
import { isAgreed } from './new-session';
import { entered } from './system-changes';

const OVER: readonly Session['state'][] = ['done', 'cancelled', 'no-quorum'];

/**
 * A session that is not over, without people who have left its pod; one that nobody is left in is cancelled. Whoever is
 * there, or else the first, is the host in the place of one who went.
 */
export function sessionWithout(session: Session, goneIds: readonly string[]): Session {
  const stays = (id: string) => !goneIds.includes(id);
  if (OVER.includes(session.state) || session.memberIds.every(stays)) return session;
  const memberIds = session.memberIds.filter(stays);
  const joinedIds = session.joinedIds.filter(stays);
  const version = session.version + 1;
  const [first] = [...joinedIds, ...memberIds];
  if (first === undefined) return cancelledSession(session);
  const hostId = stays(session.hostId) ? session.hostId : first;
  const agreedBy = session.agreedBy.filter(stays);
  const rest: Session = { ...session, memberIds, joinedIds, agreedBy, hostId, version };
  return rest.state === 'draft' && isAgreed(rest) ? entered(rest, 'scheduled') : rest;
}

/** A session that is not to take place, as its pod meets at another time. */
export const cancelledSession = (session: Session): Session => ({
  ...entered(session, 'cancelled'),
  version: session.version + 1,
});

/** A session that has not begun, with one more who has joined its pod. */
export function sessionWith(session: Session, card: Pick<MemberCard, 'id' | 'displayName'>): Session {
  const isAhead = session.state === 'draft' || session.state === 'scheduled' || session.state === 'lobby';
  if (!isAhead || session.memberIds.includes(card.id)) return session;
  return {
    ...session,
    memberIds: [...session.memberIds, card.id],
    names: { ...session.names, [card.id]: card.displayName },
    version: session.version + 1,
  };
}
