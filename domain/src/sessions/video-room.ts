import { DomainError } from '../contracts';
import { type Session, type SessionState, type SessionVideo, type VideoEvent } from '../documents';
import { isKeptApart, type Said } from '../matching/kept-apart';

/** Two ids, as one of them has a little less than 128 random bits; the service tells no capitals apart. */
export const videoRoomName = (nextId: () => string): string => `${nextId()}-${nextId()}`.toLowerCase();

const OPEN: readonly SessionState[] = ['lobby', 'live', 'wrap'];
/** A token outlasts what is planned by so much, as most sessions run a little over. */
const MARGIN_MS = 30 * 60_000;
/** A clock of the service that is behind must not keep somebody at the door. */
const BEFORE_MS = 60_000;
const MINUTE_MS = 60_000;

/** Same words for every reason that could tell somebody of a block (behaviour 35), and for a service that is off. */
export const NO_VIDEO_NOW = 'Video cannot be opened just now. Everything else in the room goes on.';

/** What a member may enter with, and for how long. */
export interface VideoEntry {
  readonly roomName: string;
  readonly displayName: string;
  readonly isHost: boolean;
  readonly from: Date;
  readonly until: Date;
}

/**
 * Whether a member may come into the session's room now. `presentIds`: who is there; `said`: what each member of the
 * session says of others. Nobody who is kept apart from somebody there comes in (behaviour 33).
 * @throws DomainError 'not-found': not a member; 'failed-precondition': not open, no room, or kept apart
 */
export function videoEntry(
  session: Session,
  p: { memberId: string; presentIds: readonly string[]; said: (memberId: string) => Said; now: Date },
): VideoEntry {
  const { memberId, now } = p;
  if (!session.memberIds.includes(memberId)) throw new DomainError('not-found', 'There is no such session of yours.');
  if (!OPEN.includes(session.state))
    throw new DomainError('failed-precondition', 'The room of this session is not open.');
  const others = p.presentIds.filter((id) => id !== memberId);
  const isApart = others.some((id) => isKeptApart(p.said(memberId), p.said(id)));
  if (isApart || session.video?.kind !== 'room') throw new DomainError('failed-precondition', NO_VIDEO_NOW);
  const end = Math.max(now.getTime(), session.startsAt.getTime() + session.minutes * MINUTE_MS);
  return {
    roomName: session.video.name,
    displayName: session.names[memberId] ?? 'A podmate',
    isHost: session.hostId === memberId,
    from: new Date(now.getTime() - BEFORE_MS),
    until: new Date(end + MARGIN_MS),
  };
}

/** Ids of those of whom the newest event says that they came in; the order in which the events arrived says nothing. */
export function inVideo(events: readonly Pick<VideoEvent, 'memberId' | 'kind' | 'at'>[]): string[] {
  const newest = new Map<string, Pick<VideoEvent, 'kind' | 'at'>>();
  for (const event of events) {
    const known = newest.get(event.memberId);
    const isNewer = known === undefined || event.at > known.at;
    // Of two of one instant the leaving counts: a room is entered before it is left.
    const isLast = event.at.getTime() === known?.at.getTime() && event.kind === 'left';
    if (isNewer || isLast) newest.set(event.memberId, event);
  }
  return [...newest]
    .filter(([, { kind }]) => kind === 'joined')
    .map(([id]) => id)
    .sort();
}

const OVER: readonly SessionState[] = ['done', 'cancelled', 'no-quorum'];

/**
 * The session with another place for its video. The same place again changes nothing.
 * @throws DomainError 'permission-denied': not a member; 'failed-precondition': it is over
 */
export function withVideo(session: Session, video: SessionVideo, actorId: string): Session {
  if (!session.memberIds.includes(actorId))
    throw new DomainError('permission-denied', 'Only members of the pod can say where a session meets.');
  if (OVER.includes(session.state)) throw new DomainError('failed-precondition', 'This session is over.');
  const { video: before } = session;
  const isSameLink = before?.kind === 'link' && video.kind === 'link' && before.url === video.url;
  if (isSameLink || (before?.kind === 'room' && video.kind === 'room')) return session;
  return { ...session, video, version: session.version + 1 };
}
