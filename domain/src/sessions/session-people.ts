import { type MemberCard, type Session } from '../documents';
import { settledMove } from './moved-session';
import { entered } from './system-changes';
import { verdict, withoutVoters } from './verdict';

const OVER: readonly Session['state'][] = ['done', 'cancelled', 'no-quorum'];

/**
 * A session that is not over, without people who have left its pod; one that nobody is left in is cancelled. Whoever is
 * there, or else the first, is the host in the place of one who went, and a vote is settled by those who stay.
 */
export function sessionWithout(
  session: Session,
  goneIds: readonly string[],
  { now, awayIds }: { readonly now: Date; readonly awayIds: readonly string[] },
): Session {
  const stays = (id: string) => !goneIds.includes(id);
  if (OVER.includes(session.state) || session.memberIds.every(stays)) return session;
  const memberIds = session.memberIds.filter(stays);
  const joinedIds = session.joinedIds.filter(stays);
  const withdrawals = Object.fromEntries(Object.entries(session.withdrawals).filter(([id]) => stays(id)));
  const version = session.version + 1;
  const [first] = [...joinedIds, ...memberIds];
  if (first === undefined) return cancelledSession(session);
  const hostId = stays(session.hostId) ? session.hostId : first;
  const move = session.move && withoutVoters(session.move, stays);
  const rest = withoutVoters({ ...session, memberIds, joinedIds, withdrawals, hostId, move, version }, stays);
  return votesSettled(rest, { now, awayIds });
}

/** A session after somebody of its pod has become away: a vote that waited for them alone is settled. */
export function sessionWithAway(session: Session, p: { now: Date; awayIds: readonly string[] }): Session {
  const endsAt = session.move?.expiresAt ?? session.voteEndsAt ?? session.startsAt;
  if (p.now >= endsAt || p.now >= session.startsAt) return session; // the end of the vote has its own rule
  const after = votesSettled(session, p);
  return after === session ? session : { ...after, version: session.version + 1 };
}

function votesSettled(session: Session, { now, awayIds }: { now: Date; awayIds: readonly string[] }): Session {
  if (session.state !== 'draft') return settledMove(session, awayIds, now);
  const outcome = verdict(session, { memberIds: session.memberIds, awayIds });
  if (outcome === 'open') return session;
  return outcome === 'agreed' ? { ...entered(session, 'scheduled'), timeSetAt: now } : entered(session, 'cancelled');
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
