import { type Session } from '@podmates/domain';
import { toPing, WAITING, waitingStage } from '@podmates/domain/attendance';
import { causeId } from '../store/ids';
import { type UnitOfWork } from '../store/unit-of-work';
import { withdrawalsOf } from './session-facts';

/** A moved session waits anew, so the start is part of each id. */
const startOf = ({ startsAt }: Session): string => String(startsAt.getTime());

/** Two looks at who waits: when the missing are pinged, and when whoever waits is free. */
export function sendWaiting(unit: UnitOfWork, session: Session): void {
  if (session.memberIds.length < 2) return;
  for (const [step, afterMs] of [
    ['ping', WAITING.pingMs],
    ['release', WAITING.releaseMs],
  ] as const)
    unit.send(causeId('ease-waiting', session.id, startOf(session), step), {
      kind: 'task',
      task: 'ease-waiting',
      subjectId: session.id,
      runAt: new Date(session.startsAt.getTime() + afterMs),
    });
}

/** The pings that are due and were not sent yet: each missing member gets one, whatever runs twice. */
export const readPings = async (unit: UnitOfWork, session: Session): Promise<{ write: () => void }> => {
  const due = toPing({ ...session, withdrawals: withdrawalsOf(session) }, unit.now);
  const pings = due.map((memberId) => ({
    memberId,
    id: causeId('podmates-wait', session.id, startOf(session), memberId),
  }));
  const sent = await unit.several(pings.map(({ id }) => unit.records.outbox.doc(id)));
  const fresh = pings.filter(({ id }) => !sent.some((entry) => entry.id === id));
  return {
    write: () => {
      for (const { id, memberId } of fresh)
        unit.send(id, { kind: 'notify', memberId, event: 'podmates-wait', subjectId: session.id });
    },
  };
};

/** Says once to whoever was released that they may go. */
export function writeRelease(unit: UnitOfWork, before: Session, after: Session): void {
  for (const memberId of after.releasedIds.filter((id) => !before.releasedIds.includes(id))) {
    unit.audit({
      id: causeId('released', after.id, startOf(after), memberId),
      actorId: 'system',
      entity: unit.records.sessions.doc(after.id).path,
      from: waitingStage(before, memberId, before.startsAt),
      to: 'free',
      version: after.version,
      cause: 'easeWaiting',
    });
    unit.send(causeId('free-to-go', after.id, startOf(after), memberId), {
      kind: 'notify',
      memberId,
      event: 'free-to-go',
      subjectId: after.id,
    });
  }
}
