import { DomainError, type SessionCommand } from '../contracts';
import { type Presence, type Session } from '../documents';
import { isKeptApart, type Said } from '../matching/kept-apart';
import { PRESENT_WINDOW_MS } from './presence';

/** Same words whether it is too early, over, or somebody is there who is kept apart (behaviour 35). */
export const NO_JOIN_NOW = 'You cannot join this session just now.';

/** Whether the command brings its sender into the room, who may not have been there before. */
export function comesIn(session: Session, kind: SessionCommand['kind'], memberId: string): boolean {
  if (kind === 'join') return true;
  return (kind === 'start' || kind === 'take-over') && !session.joinedIds.includes(memberId);
}

/**
 * Who is in the room: of those who joined whoever beats (`presentIds`) or came so lately that the first beat may be on
 * its way, and everybody in the video. Whose last beat said goodbye has left.
 */
export function inRoom(
  session: Session,
  p: {
    presentIds: readonly string[];
    inVideoIds: readonly string[];
    beats: readonly Pick<Presence, 'id' | 'isHere'>[];
    now: Date;
  },
): string[] {
  const hasLeft = (id: string): boolean => p.beats.some((beat) => beat.id === id && !beat.isHere);
  const isFresh = (id: string): boolean => {
    const joinedAt = session.joinedAt[id];
    return joinedAt !== undefined && p.now.getTime() - joinedAt.getTime() <= PRESENT_WINDOW_MS && !hasLeft(id);
  };
  const joined = session.joinedIds.filter((id) => p.presentIds.includes(id) || isFresh(id));
  return [...new Set([...joined, ...p.inVideoIds])];
}

/** Nobody comes in while somebody is there who is kept apart from them (behaviour 33). @throws DomainError */
export function checkCompany(memberId: string, roomIds: readonly string[], said: (memberId: string) => Said): void {
  const others = roomIds.filter((id) => id !== memberId);
  if (others.some((id) => isKeptApart(said(memberId), said(id))))
    throw new DomainError('failed-precondition', NO_JOIN_NOW);
}
