import { type AgendaItem, LIMITS, type Session, type SessionNote } from '@podmates/domain';
import { apartIds, type CoachSession, coachSessionOf, type SessionFacts } from '@podmates/domain/coach';
import { relationsOf } from '../matching/relation-records';
import { readSaidNotes } from '../sessions/said-notes';
import { type UnitOfWork } from '../store/unit-of-work';

/** Misses are told from one weekly session to the next. */
const MISSES_COUNTED_MS = 7 * 24 * 3_600_000;

type Facts = SessionFacts & {
  /** Who has blocked another of the session; the coach is not told. */
  readonly blockerIds: readonly string[];
};

/** What the coach is told of a session but for its notes; `hereIds` as the caller knows them. */
export const readFacts = async (
  unit: UnitOfWork,
  session: Session,
  hereIds: readonly string[],
): Promise<Omit<Facts, 'notes'>> => {
  const { aiConsents, coachActions, streaks } = unit.records;
  const { id, memberIds, podId } = session;
  const consents = await unit.several(memberIds.map((memberId) => aiConsents(id).doc(memberId)));
  const said = await relationsOf(unit, memberIds);
  const denied = consents.filter(({ isAllowed }) => !isAllowed).map((consent) => consent.id);
  const open = coachActions.where('podId', '==', podId).where('status', '==', 'accepted').limit(LIMITS.openActions);
  return {
    session,
    silentIds: [...new Set([...denied, ...apartIds(memberIds, (memberId) => said(memberId).blocks)])],
    blockerIds: memberIds.filter((memberId) => said(memberId).blocks.some((other) => memberIds.includes(other))),
    hereIds,
    streaks: await unit.several(memberIds.map((memberId) => streaks.doc(memberId))),
    openActions: (await unit.list(open)).filter(({ sessionId }) => sessionId !== id),
    missedSince: new Date(session.startsAt.getTime() - MISSES_COUNTED_MS),
  };
};

/** A session that has ended, as the coach reads it, and what it was read from. */
export interface ReadSession {
  readonly facts: Facts;
  readonly notes: readonly SessionNote[];
  readonly items: readonly AgendaItem[];
  readonly asked: CoachSession;
}

export const readSession = async (
  unit: UnitOfWork,
  session: Session,
  hereIds: readonly string[],
): Promise<ReadSession> => {
  const notes = await readSaidNotes(unit, session);
  const items = await unit.list(unit.records.agenda(session.id).orderBy('orderKey'));
  const facts = { ...(await readFacts(unit, session, hereIds)), notes };
  return { facts, notes, items, asked: coachSessionOf(facts) };
};
