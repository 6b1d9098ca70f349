import { type CallableInput, type CallableOutput, DomainError } from '@podmates/domain';
import { planPause } from '@podmates/domain/streaks';
import { closesAt } from '../sprints/sprint-desk';
import { causeId } from '../store/ids';
import { type UnitOfWork } from '../store/unit-of-work';
import { auditSlot, readStreakParts, writeSlots } from './streak-writer';

/**
 * Pauses the member's sprint: its slots, its end, and the tasks of slots that are added. Up to 40 documents of one
 * member at once, and seldom. @throws DomainError `failed-precondition` without a sprint, or when it is not granted
 */
export async function pauseSprint(
  unit: UnitOfWork,
  memberId: string,
  asked: CallableInput<'planPause'>,
): Promise<CallableOutput<'planPause'>> {
  const { members, sprints } = unit.records;
  const member = await unit.get(members.doc(memberId), 'There is no such member.');
  const before = member.activeSprintId === null ? null : await unit.find(sprints.doc(member.activeSprintId));
  if (before === null) throw new DomainError('failed-precondition', 'There is no sprint to pause.');
  const parts = await readStreakParts(unit, { memberId, sprintId: before.id });
  const bySeq = [...parts.slots].sort((a, b) => a.seq - b.seq);
  // Nothing is staked before there are deposits; then notice is asked for.
  const { sprint, slots, added, days } = planPause(before, bySeq, { asked, staked: false, now: unit.now });
  const answer = { days: days.length, endsOn: sprint.endsOn };
  if (sprint === before) return answer;
  unit.save(sprints.doc(sprint.id), sprint);
  const [first, ...more] = [...slots, ...added];
  if (first) writeSlots(unit, [first, ...more], parts);
  for (const after of slots) {
    const slotBefore = bySeq.find(({ id }) => id === after.id) ?? null;
    auditSlot(unit, { before: slotBefore, after, actorId: memberId, cause: 'planPause' });
  }
  for (const slot of added) {
    if (slot.state !== 'open') continue;
    const effect = { kind: 'task', task: 'close-slot', subjectId: slot.id, runAt: closesAt(slot) } as const;
    unit.send(causeId('close-slot', slot.id), effect);
  }
  unit.audit({
    id: causeId('sprint', sprint.id, `v${sprint.version}`),
    actorId: memberId,
    entity: sprints.doc(sprint.id).path,
    from: before.status,
    to: sprint.status,
    version: sprint.version,
    cause: 'planPause',
  });
  return answer;
}
