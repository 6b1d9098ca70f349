import { DomainError, type Pod } from '@podmates/domain';
import { isWeeklyMeeting, notWaitedFor } from '@podmates/domain/pods';
import { applyCommand, withPauses } from '@podmates/domain/sessions';
import { type UnitOfWork } from '../store/unit-of-work';
import { readNewSession, writeNewSession } from './new-session';
import { noSuchMeeting } from './time-suggestions';

/**
 * Puts a weekly meeting on the schedule ahead of its turn, with the vote on moving it.
 * @throws DomainError `invalid-argument`: the pod does not meet then; `already-exists`: it is on the schedule
 */
export async function proposeInstead(
  unit: UnitOfWork,
  p: { pod: Pod; memberId: string; startsAt: string; insteadOf: Date },
): Promise<{ sessionId: string }> {
  if (p.insteadOf <= unit.now || !isWeeklyMeeting(p.pod, p.insteadOf)) throw noSuchMeeting();
  const fresh = await readNewSession(unit, p.pod, p.insteadOf);
  if (fresh === null)
    throw new DomainError('already-exists', 'That session is on the schedule by now. You can propose its move there.');
  const command = { kind: 'propose-move', startsAt: p.startsAt } as const;
  const awayIds = notWaitedFor(p.pod, unit.now);
  const asked = applyCommand(fresh.session, command, { actorId: p.memberId, items: [], awayIds, now: unit.now });
  // Nobody has seen it without the vote, so it is its first version.
  writeNewSession(
    unit,
    { ...withPauses(asked, p.pod), version: 1 },
    { actorId: p.memberId, cause: 'proposeSession insteadOf' },
  );
  return { sessionId: asked.id };
}
