import { type Slot, type Sprint } from '@podmates/domain';
import { memberCard } from '@podmates/domain/accounts';
import { pauseMember } from '@podmates/domain/pods';
import { pauseSpans } from '@podmates/domain/streaks';
import { type By, circumstancesOf, readCase } from '../pods/pod-case';
import { readPodStep } from '../pods/pod-step';
import { type Ports } from '../runtime/ports';
import { closesAt } from '../sprints/sprint-desk';
import { causeId } from '../store/ids';
import { type UnitOfWork } from '../store/unit-of-work';
import { auditSlot, foldedStreak, isShownStreak, type StreakParts } from './streak-writer';

/** A sprint whose days are others than before. */
export interface SprintChange {
  readonly before: Sprint;
  readonly sprint: Sprint;
  readonly bySeq: readonly Slot[];
  /** Slots with their version raised, or new ones. */
  readonly changed: readonly Slot[];
  readonly removed: readonly Slot[];
}

/**
 * The sprint with its slots, the streak folded anew, and the pod, whose votes and sessions know from now on when nobody
 * need wait for the member. Written with the unit that read it.
 */
export async function readSprintChange(
  unit: UnitOfWork,
  ids: Ports['ids'],
  change: SprintChange,
  parts: StreakParts,
): Promise<{ write(by: By): void }> {
  const { sprint, bySeq, changed, removed } = change;
  const { members, sprints, slots, streaks } = unit.records;
  const member = { ...parts.member, pauses: pauseSpans(sprint) };
  const all = new Map([...bySeq, ...changed].map((slot) => [slot.id, slot]));
  for (const slot of removed) all.delete(slot.id);
  const streak = foldedStreak({ sprintId: sprint.id, slots: [...all.values()] }, parts, unit.now);
  const isShown = isShownStreak(streak, parts);
  const pod = member.podId === null ? null : await readCase(unit, member.podId);
  const card = memberCard(member, isShown ? streak : parts.previous);
  const outcome = pod && pauseMember(pod, card, circumstancesOf(unit, ids));
  const step = pod && outcome ? await readPodStep(unit, ids, pod, outcome) : null;
  return {
    write: (by) => {
      unit.save(sprints.doc(sprint.id), sprint);
      unit.save(members.doc(member.id), member);
      for (const slot of removed) unit.remove(slots.doc(slot.id));
      for (const slot of changed) writeSlot(unit, change, slot, by);
      if (isShown) unit.save(streaks.doc(streak.id), streak);
      step?.write(by);
      unit.audit({
        id: causeId('sprint', sprint.id, `v${sprint.version}`),
        entity: sprints.doc(sprint.id).path,
        from: change.before.status,
        to: sprint.status,
        version: sprint.version,
        ...by,
      });
    },
  };
}

/** One that is open has a task that closes it by its new name; one that it had before finds nothing to do. */
function writeSlot(unit: UnitOfWork, { bySeq, sprint }: SprintChange, after: Slot, by: By): void {
  const before = bySeq.find(({ id }) => id === after.id) ?? null;
  unit.save(unit.records.slots.doc(after.id), after);
  if (before) auditSlot(unit, { before, after, ...by });
  if (after.state !== 'open') return;
  const effect = { kind: 'task', task: 'close-slot', subjectId: after.id, runAt: closesAt(after) } as const;
  unit.send(causeId('close-slot', after.id, `v${sprint.version}`), effect);
}
