import { type MatchRequest, type Member, type Sprint, type Streak } from '@podmates/domain';
import { isTrusted, newMatchRequest } from '@podmates/domain/matching';
import { causeId } from '../store/ids';
import { type UnitOfWork } from '../store/unit-of-work';
import { relationsOfOne } from './relation-records';
import { saveRequest } from './withdrawal';

/** Sessions that show whether somebody comes; older ones show who they were. */
const LATEST_SESSIONS = 5;

/** A wish for a pod about to be: everything is read, `write` belongs to the same unit. */
export interface NewRequest {
  write(sprint: Sprint, by: { actorId: string; cause: string }): void;
}

/** Reads what a new request of this member goes by: their request until now, their relations, and how they kept to it. */
export const readNewRequest = async (
  unit: UnitOfWork,
  p: { member: Member; before: MatchRequest | null; streak: Streak | null },
): Promise<NewRequest> => {
  const { member, before } = p;
  const { sprints, sessions } = unit.records;
  const relations = await relationsOfOne(unit, member.id);
  const completed = await unit.list(
    sprints.where('memberId', '==', member.id).where('status', '==', 'completed').limit(1),
  );
  const latest = await unit.list(
    sessions
      .where('memberIds', 'array-contains', member.id)
      .where('state', '==', 'done')
      .orderBy('startsAt', 'desc')
      .limit(LATEST_SESSIONS),
  );
  const trust = isTrusted({
    memberId: member.id,
    hasCompletedSprint: completed.length > 0,
    streak: p.streak,
    sessions: latest,
    now: unit.now,
  });
  return {
    write: (sprint, by) => {
      const request = newMatchRequest({ member, sprint, relations, isTrusted: trust, before, now: unit.now });
      saveRequest(unit, before, request, by);
      runAround(unit, request);
    },
  };
};

/** Has those around this request matched as soon as it is stored. */
export const runAround = (unit: UnitOfWork, { memberId, sprintId, version }: MatchRequest): void =>
  unit.send(causeId('run-matching', sprintId, `v${version}`), {
    kind: 'task',
    task: 'run-matching',
    subjectId: memberId,
    runAt: unit.now,
  });
