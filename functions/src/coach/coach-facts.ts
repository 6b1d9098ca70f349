import { LIMITS, type Session } from '@podmates/domain';
import { apartIds, type SessionFacts } from '@podmates/domain/coach';
import { relationsOf } from '../matching/relation-records';
import { type UnitOfWork } from '../store/unit-of-work';

/** Misses are told from one weekly session to the next. */
const MISSES_COUNTED_MS = 7 * 24 * 3_600_000;

/** What the coach is told of a session but for its notes; `hereIds` as the caller knows them. */
export const readFacts = async (
  unit: UnitOfWork,
  session: Session,
  hereIds: readonly string[],
): Promise<Omit<SessionFacts, 'notes'>> => {
  const { aiConsents, coachActions, streaks } = unit.records;
  const { id, memberIds, podId } = session;
  const consents = await unit.several(memberIds.map((memberId) => aiConsents(id).doc(memberId)));
  const said = await relationsOf(unit, memberIds);
  const denied = consents.filter(({ isAllowed }) => !isAllowed).map((consent) => consent.id);
  const open = coachActions.where('podId', '==', podId).where('status', '==', 'accepted').limit(LIMITS.openActions);
  return {
    session,
    silentIds: [...new Set([...denied, ...apartIds(memberIds, (memberId) => said(memberId).blocks)])],
    hereIds,
    streaks: await unit.several(memberIds.map((memberId) => streaks.doc(memberId))),
    openActions: (await unit.list(open)).filter(({ sessionId }) => sessionId !== id),
    missedSince: new Date(session.startsAt.getTime() - MISSES_COUNTED_MS),
  };
};
