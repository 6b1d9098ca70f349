import { DomainError } from '../contracts';
import { type Pod, SCHEMA_VERSION, type Session } from '../documents';
import { notWaitedFor, pausedIds } from '../pods/paused';
import { verdict, voteEnd } from './verdict';

/**
 * A session of a pod, either scheduled by the server or a draft that a member proposes (who thereby agrees).
 * @throws DomainError 'failed-precondition': the pod has ended; 'invalid-argument': a proposed time has passed,
 * or the host or proposer is not in the pod
 */
export function newSession(p: {
  id: string;
  pod: Pod;
  startsAt: Date;
  minutes: number;
  hostId: string;
  state: 'draft' | 'scheduled';
  proposedBy?: string;
  /** As `videoRoomName` makes it. */
  roomName: string;
  now: Date;
}): Session {
  const { pod } = p;
  if (pod.status === 'ended') throw new DomainError('failed-precondition', 'This pod has ended.');
  const proposer = p.proposedBy ?? p.hostId;
  if (!pod.memberIds.includes(p.hostId) || !pod.memberIds.includes(proposer))
    throw new DomainError('invalid-argument', 'Only members of the pod can host or propose a session.');
  if (p.state === 'draft' && p.startsAt <= p.now)
    throw new DomainError('invalid-argument', 'A session cannot start in the past.', [
      { path: 'startsAt', message: 'has passed already' },
    ]);
  const session: Session = {
    id: p.id,
    podId: pod.id,
    memberIds: [...pod.memberIds],
    names: Object.fromEntries(pod.cards.map((card) => [card.id, card.displayName])),
    track: pod.track,
    startsAt: p.startsAt,
    minutes: p.minutes,
    timeZone: pod.timeZone,
    state: p.state,
    hostId: p.hostId,
    currentItemId: null,
    timer: null,
    agreedBy: p.state === 'draft' ? [proposer] : [],
    declinedBy: [],
    proposedBy: p.state === 'draft' ? proposer : null,
    voteEndsAt: p.state === 'draft' ? voteEnd(p.now, p.startsAt) : null,
    move: null,
    timeSetAt: null,
    withdrawals: {},
    joinedIds: [],
    excusedIds: [],
    pausedIds: pausedIds(pod, p.startsAt),
    video: { kind: 'room', name: p.roomName },
    joinedAt: {},
    releasedIds: [],
    attended: {},
    version: 1,
    schemaVersion: SCHEMA_VERSION,
    createdAt: p.now,
  };
  if (
    p.state !== 'draft' ||
    verdict(session, { memberIds: pod.memberIds, awayIds: notWaitedFor(pod, p.now) }) !== 'agreed'
  )
    return session;
  return { ...session, state: 'scheduled', voteEndsAt: null };
}
