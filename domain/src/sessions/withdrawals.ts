import { DomainError } from '../contracts';
import { type Session } from '../documents';
import { restingIds } from './session-pauses';
import { entered, quorumOf } from './system-changes';

const HOUR_MS = 3_600_000;
/** Half a day: the others can still plan their day anew. */
const LEAVES_NO_TRACE_MS = 12 * HOUR_MS;
/** Two hours: nobody has set out yet. */
const EXCUSED_MS = 2 * HOUR_MS;

interface Circumstances {
  readonly actorId: string;
  readonly now: Date;
}

/** What a word that one cannot come is worth, by when it was given; `none`: after the start it is no notice. */
export type AbsenceNotice = 'no-trace' | 'excused' | 'half-no-show' | 'none';

/**
 * Behaviour 27: twelve hours before leaves no trace, two hours before excuses, less is half a no-show. A time that
 * came to stand less than two hours before it begins could not be declined in time by anybody, so it excuses, too.
 */
export function absenceNotice(
  session: Pick<Session, 'startsAt' | 'timeSetAt' | 'createdAt'>,
  cancelledAt: Date,
): AbsenceNotice {
  const start = session.startsAt.getTime();
  const noticeMs = start - cancelledAt.getTime();
  if (noticeMs >= LEAVES_NO_TRACE_MS) return 'no-trace';
  if (noticeMs >= EXCUSED_MS) return 'excused';
  if (noticeMs <= 0) return 'none';
  const knownForMs = start - (session.timeSetAt ?? session.createdAt).getTime();
  return knownForMs < EXCUSED_MS ? 'excused' : 'half-no-show';
}

/** Who has not said that they cannot come, and is not on a pause. */
export const expectedIds = (
  session: Pick<Session, 'memberIds' | 'withdrawals' | 'joinedIds' | 'pausedIds'>,
): string[] => {
  const resting = restingIds(session);
  return session.memberIds.filter((id) => !Object.hasOwn(session.withdrawals, id) && !resting.includes(id));
};

/** Whether those who cannot come leave too few to meet. */
export const isTooFew = (session: Session): boolean => expectedIds(session).length < quorumOf(session);

/** Whether enough are left to meet, when they cannot come either. */
export const isEnoughWithout = (session: Session, memberId: string): boolean =>
  expectedIds(session).filter((id) => id !== memberId).length >= quorumOf(session);

/**
 * One member steps out of this session; the others meet without them, as long as enough are left. The first word
 * counts: saying it again later makes nothing worse.
 * @throws DomainError 'failed-precondition': it should have begun by now
 */
export function stepOut(session: Session, p: Circumstances): Session {
  if (p.now >= session.startsAt) throw begunAlready();
  if (Object.hasOwn(session.withdrawals, p.actorId)) return session;
  const rest = withdrawn(session, p);
  return isTooFew(rest) ? entered(rest, 'cancelled') : rest;
}

/** They come after all, as if they had never said otherwise. */
export function comeAfterAll(session: Session, { actorId }: Circumstances): Session {
  if (!Object.hasOwn(session.withdrawals, actorId)) return session;
  const { [actorId]: _, ...withdrawals } = session.withdrawals;
  return { ...session, withdrawals };
}

/**
 * Calls a session off for everybody, which one member can only where nobody could meet without them.
 * @throws DomainError 'failed-precondition': the others can meet, or it should have begun by now
 */
export function callOff(session: Session, p: Circumstances): Session {
  if (isEnoughWithout(session, p.actorId))
    throw new DomainError(
      'failed-precondition',
      'The others can meet without you. You can say that you cannot come, or propose another time.',
    );
  return entered(stepOut(session, p), 'cancelled');
}

/** Whoever is expected, best somebody who is there, is the host in the place of one who cannot come. */
function withdrawn(session: Session, { actorId, now }: Circumstances): Session {
  const joinedIds = session.joinedIds.filter((id) => id !== actorId);
  const rest = { ...session, joinedIds, withdrawals: { ...session.withdrawals, [actorId]: now } };
  const [first = session.hostId] = [...joinedIds, ...expectedIds(rest)];
  return session.hostId === actorId ? { ...rest, hostId: first } : rest;
}

const begunAlready = (): DomainError =>
  new DomainError('failed-precondition', 'The session should have begun by now, so it is too late to say so.');
