import { type Pod, type Session } from '../documents';
import { pausedIds } from '../pods/paused';

type Known = Pick<Session, 'memberIds' | 'joinedIds' | 'pausedIds'>;

/** Who is on a pause at its time, and did not come anyway: nobody waits for them, and nothing is said of them. */
export const restingIds = ({ memberIds, joinedIds, pausedIds: paused }: Known): string[] =>
  memberIds.filter((id) => paused.includes(id) && !joinedIds.includes(id));

const IS_AHEAD: readonly Session['state'][] = ['draft', 'scheduled', 'lobby'];

/**
 * A session that has not begun, with those of its pod who are on a pause at its time. Somebody who comes is its host in
 * the place of one who rests. The same session when that is so already.
 */
export function withPauses(session: Session, pod: Pick<Pod, 'cards'>): Session {
  if (!IS_AHEAD.includes(session.state)) return session;
  const paused = pausedIds(pod, session.startsAt).filter((id) => session.memberIds.includes(id));
  const next = { ...session, pausedIds: paused };
  const resting = restingIds(next);
  const [first = session.hostId] = next.memberIds.filter((id) => !resting.includes(id));
  const hostId = resting.includes(session.hostId) ? first : session.hostId;
  const isSame = hostId === session.hostId && paused.join() === session.pausedIds.join();
  return isSame ? session : { ...next, hostId };
}
