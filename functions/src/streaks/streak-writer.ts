import { type Member, type Pod, type Slot, type Streak } from '@podmates/domain';
import { memberCard } from '@podmates/domain/accounts';
import { refreshCard } from '@podmates/domain/pods';
import { streakDocument } from '@podmates/domain/streaks';
import { causeId } from '../store/ids';
import { type UnitOfWork } from '../store/unit-of-work';

/** What a streak is made of, read in the unit that changes one of the slots. */
export interface StreakParts {
  readonly member: Member;
  readonly pod: Pod | null;
  readonly slots: readonly Slot[];
  readonly previous: Streak | null;
}

/** @throws DomainError `not-found` when the member is gone */
export const readStreakParts = async (
  unit: UnitOfWork,
  changing: Pick<Slot, 'memberId' | 'sprintId'>,
): Promise<StreakParts> => {
  const { members, pods, slots, streaks } = unit.records;
  const member = await unit.get(members.doc(changing.memberId), 'There is no such member.');
  const pod = member.podId === null ? null : await unit.find(pods.doc(member.podId));
  const all = await unit.list(slots.where('sprintId', '==', changing.sprintId));
  const previous = await unit.find(streaks.doc(member.id));
  return { member, pod, slots: all, previous };
};

/**
 * Saves changed slots of one sprint, the streak folded anew from all of its slots, and the member's card in the pod.
 * Slots of an earlier sprint do not touch the streak that is shown now.
 */
export const writeSlots = (unit: UnitOfWork, changed: readonly [Slot, ...Slot[]], parts: StreakParts): Streak => {
  const all = new Map([...parts.slots, ...changed].map((slot) => [slot.id, slot]));
  for (const slot of changed) unit.save(unit.records.slots.doc(slot.id), slot);
  return writeStreak(unit, { sprintId: changed[0].sprintId, slots: [...all.values()] }, parts);
};

/** The streak of the sprint with these slots, and the member's card in the pod. */
export const writeStreak = (
  unit: UnitOfWork,
  { sprintId, slots }: { sprintId: string; slots: readonly Slot[] },
  { member, pod, previous }: StreakParts,
): Streak => {
  const previousVersion = previous?.version ?? 0;
  const streak = streakDocument({ memberId: member.id, sprintId, slots, previousVersion, now: unit.now });
  const isShown = previous === null || previous.sprintId === sprintId;
  if (!isShown) return previous;
  unit.save(unit.records.streaks.doc(streak.id), streak);
  if (pod !== null) unit.save(unit.records.pods.doc(pod.id), refreshCard(pod, memberCard(member, streak)));
  return streak;
};

/** What became of a slot, and by whose doing. */
export const auditSlot = (
  unit: UnitOfWork,
  p: { before: Slot | null; after: Slot; actorId: string; cause: string },
): void =>
  unit.audit({
    id: causeId('slot', p.after.id, `v${p.after.version}`),
    actorId: p.actorId,
    entity: unit.records.slots.doc(p.after.id).path,
    from: p.before?.state ?? null,
    to: p.after.state,
    version: p.after.version,
    cause: p.cause,
  });
