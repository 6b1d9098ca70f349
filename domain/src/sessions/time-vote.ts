import { DomainError } from '../contracts';
import { type Session } from '../documents';
import { entered, LOBBY_OPENS_MS } from './system-changes';
import { verdict, voteEnd, withAnswer } from './verdict';
import { settledMove } from './moved-session';

interface Circumstances {
  readonly actorId: string;
  readonly awayIds?: readonly string[];
  readonly now: Date;
}
type Answer = 'agree' | 'decline';

/** How far ahead a session can be put; past a sprint's length nobody knows their week. */
export const FARTHEST_SESSION_MS = 60 * 24 * 3_600_000;

const among = (session: Session, { awayIds = [] }: Circumstances) => ({ memberIds: session.memberIds, awayIds });
const invalidTime = (message: string): DomainError =>
  new DomainError('invalid-argument', 'That time cannot be proposed.', [{ path: 'startsAt', message }]);

/** An answer to a proposed time: it stands with more than half, and is gone once that cannot be reached. */
export function answerDraft(session: Session, answer: Answer, p: Circumstances): Session {
  if (p.now >= session.startsAt) throw new DomainError('failed-precondition', 'The time of this session has passed.');
  if (session.state === 'draft' && session.voteEndsAt && p.now >= session.voteEndsAt)
    throw new DomainError('failed-precondition', 'The vote on this time is over.');
  const answered = withAnswer(session, p.actorId, answer);
  if (answered === session || session.state !== 'draft') return answered;
  switch (verdict(answered, among(session, p))) {
    case 'agreed':
      return { ...entered(answered, 'scheduled'), timeSetAt: p.now };
    case 'declined':
      return entered(answered, 'cancelled');
    case 'open':
      return answered;
  }
}

/** A proposed time is taken back by whoever proposed it; the others decline it. */
export function takeBack(session: Session, p: Circumstances): Session {
  if (session.proposedBy !== null && session.proposedBy !== p.actorId)
    throw new DomainError('permission-denied', 'Only who proposed a time takes it back. You can decline it.');
  return entered(session, 'cancelled');
}

/**
 * Another time for a scheduled session, put to the vote. Nothing moves before more than half agree.
 * @throws DomainError 'failed-precondition': another move is open, or the lobby is about to open;
 * 'invalid-argument': the time has passed, is too far ahead, or is the session's own
 */
export function proposeMove(session: Session, startsAt: Date, p: Circumstances): Session {
  if (session.move)
    throw new DomainError('failed-precondition', 'The pod is voting on another time for this session already.');
  const lobbyOpensAt = new Date(session.startsAt.getTime() - LOBBY_OPENS_MS);
  if (p.now >= lobbyOpensAt)
    throw new DomainError('failed-precondition', 'The session begins in a moment, and cannot be moved any more.');
  if (startsAt <= p.now) throw invalidTime('has passed already');
  if (startsAt.getTime() === session.startsAt.getTime()) throw invalidTime('is the time it has already');
  if (startsAt.getTime() - p.now.getTime() > FARTHEST_SESSION_MS) throw invalidTime('is more than 60 days ahead');
  const expiresAt = voteEnd(p.now, startsAt, lobbyOpensAt);
  const move = { startsAt, proposedBy: p.actorId, agreedBy: [p.actorId], declinedBy: [], expiresAt };
  return settledMove({ ...session, move }, p.awayIds ?? [], p.now);
}

/**
 * An answer to another time; the one that decides moves the session or leaves it where it is.
 * @throws DomainError 'failed-precondition': that time is not being voted on any more
 */
export function answerMove(session: Session, p: { startsAt: Date; answer: Answer }, c: Circumstances): Session {
  const { move } = session;
  if (!move || move.startsAt.getTime() !== p.startsAt.getTime() || c.now >= move.expiresAt)
    throw new DomainError('failed-precondition', 'The vote on that time is over.');
  const answered = withAnswer(move, c.actorId, p.answer);
  return answered === move ? session : settledMove({ ...session, move: answered }, c.awayIds ?? [], c.now);
}
