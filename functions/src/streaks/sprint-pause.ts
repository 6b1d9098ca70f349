import { type CallableInput, type CallableOutput, DomainError, type Slot, type Sprint } from '@podmates/domain';
import { endPause, planPause } from '@podmates/domain/streaks';
import { type Ports } from '../runtime/ports';
import { type UnitOfWork } from '../store/unit-of-work';
import { readSprintChange } from './sprint-change';
import { readStreakParts, type StreakParts } from './streak-writer';

/**
 * Pauses the member's sprint: its slots, its end, and the tasks of slots that are added; their pod waits for them no
 * more. Up to 50 documents at once, and seldom. @throws DomainError `failed-precondition` without a sprint, or when it is not granted
 */
export async function pauseSprint(
  unit: UnitOfWork,
  ids: Ports['ids'],
  memberId: string,
  asked: CallableInput<'planPause'>,
): Promise<CallableOutput<'planPause'>> {
  const { before, bySeq, parts } = await readRunning(unit, memberId);
  // Nothing is staked before there are deposits; then notice is asked for.
  const { sprint, slots, added, days } = planPause(before, bySeq, { asked, staked: false, now: unit.now });
  const by = { actorId: memberId, cause: 'planPause' };
  if (sprint !== before) {
    const change = { before, sprint, bySeq, changed: [...slots, ...added], removed: [] };
    (await readSprintChange(unit, ids, change, parts)).write(by);
  }
  return { days: days.length, endsOn: sprint.endsOn };
}

/** Without the rest of a pause, and without the days that an illness had added for it. @throws DomainError as above */
export async function endSprintPause(
  unit: UnitOfWork,
  ids: Ports['ids'],
  memberId: string,
  pause: CallableInput<'endPause'>,
): Promise<CallableOutput<'endPause'>> {
  const { before, bySeq, parts } = await readRunning(unit, memberId);
  const { sprint, slots, removed } = endPause(before, bySeq, { pause, now: unit.now });
  const by = { actorId: memberId, cause: 'endPause' };
  if (sprint !== before)
    (await readSprintChange(unit, ids, { before, sprint, bySeq, changed: slots, removed }, parts)).write(by);
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
