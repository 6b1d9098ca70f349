import { type CallableInput, type CallableOutput, DomainError, type Slot, type Sprint } from '@podmates/domain';
import { endPause, planPause } from '@podmates/domain/streaks';
import { closesAt } from '../sprints/sprint-desk';
import { causeId } from '../store/ids';
import { type UnitOfWork } from '../store/unit-of-work';
import { auditSlot, readStreakParts, type StreakParts, writeStreak } from './streak-writer';

/**
 * Pauses the member's sprint: its slots, its end, and the tasks of slots that are added. Up to 40 documents of one
 * member at once, and seldom. @throws DomainError `failed-precondition` without a sprint, or when it is not granted
 */
export async function pauseSprint(
  unit: UnitOfWork,
  memberId: string,
  asked: CallableInput<'planPause'>,
): Promise<CallableOutput<'planPause'>> {
  const { before, bySeq, parts } = await readRunning(unit, memberId);
  // Nothing is staked before there are deposits; then notice is asked for.
  const { sprint, slots, added, days } = planPause(before, bySeq, { asked, staked: false, now: unit.now });
  const by = { actorId: memberId, cause: 'planPause' };
  if (sprint !== before) writeSprint(unit, { before, sprint, bySeq, changed: [...slots, ...added] }, parts, by);
  return { days: days.length, endsOn: sprint.endsOn };
}

/** Without the rest of a pause, and without the days that an illness had added for it. @throws DomainError as above */
export async function endSprintPause(
  unit: UnitOfWork,
  memberId: string,
  pause: CallableInput<'endPause'>,
): Promise<CallableOutput<'endPause'>> {
  const { before, bySeq, parts } = await readRunning(unit, memberId);
  const { sprint, slots, removed } = endPause(before, bySeq, { pause, now: unit.now });
  const by = { actorId: memberId, cause: 'endPause' };
  if (sprint !== before) writeSprint(unit, { before, sprint, bySeq, changed: slots, removed }, parts, by);
  return { endsOn: sprint.endsOn };
}

interface Running {
  readonly before: Sprint;
  readonly bySeq: readonly Slot[];
  readonly parts: StreakParts;
}

async function readRunning(unit: UnitOfWork, memberId: string): Promise<Running> {
  const { members, sprints } = unit.records;
  const member = await unit.get(members.doc(memberId), 'There is no such member.');
  const before = member.activeSprintId === null ? null : await unit.find(sprints.doc(member.activeSprintId));
  if (before === null) throw new DomainError('failed-precondition', 'There is no sprint to pause.');
  const parts = await readStreakParts(unit, { memberId, sprintId: before.id });
  return { before, bySeq: [...parts.slots].sort((a, b) => a.seq - b.seq), parts };
}

interface SprintChange {
  readonly before: Sprint;
  readonly sprint: Sprint;
  readonly bySeq: readonly Slot[];
  /** Slots with their version raised, or new ones. */
  readonly changed: readonly Slot[];
  readonly removed?: readonly Slot[];
}

/** A slot that is open, and was not before, has a task that closes it; one that it had finds nothing to do. */
function writeSprint(
  unit: UnitOfWork,
  { before, sprint, bySeq, changed, removed = [] }: SprintChange,
  parts: StreakParts,
  by: { actorId: string; cause: string },
): void {
  const { sprints, slots } = unit.records;
  unit.save(sprints.doc(sprint.id), sprint);
  for (const slot of removed) unit.remove(slots.doc(slot.id));
  for (const after of changed) {
    const slotBefore = bySeq.find(({ id }) => id === after.id) ?? null;
    unit.save(slots.doc(after.id), after);
    if (slotBefore) auditSlot(unit, { before: slotBefore, after, ...by });
    if (after.state !== 'open') continue;
    const effect = { kind: 'task', task: 'close-slot', subjectId: after.id, runAt: closesAt(after) } as const;
    unit.send(causeId('close-slot', after.id, `v${sprint.version}`), effect);
  }
  if (changed.length + removed.length > 0) {
    const rest = [...bySeq, ...changed].filter(({ id }) => removed.every((slot) => slot.id !== id));
    const all = new Map(rest.map((slot) => [slot.id, slot]));
    writeStreak(unit, { sprintId: sprint.id, slots: [...all.values()] }, parts);
  }
  unit.audit({
    id: causeId('sprint', sprint.id, `v${sprint.version}`),
    entity: sprints.doc(sprint.id).path,
    from: before.status,
    to: sprint.status,
    version: sprint.version,
    ...by,
  });
}
