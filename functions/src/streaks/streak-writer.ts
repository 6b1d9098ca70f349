import { type Member, type Pod, type Slot, type Streak } from '@podmates/domain';
import { memberCard } from '@podmates/domain/accounts';
import { refreshCard } from '@podmates/domain/pods';
import { streakDocument } from '@podmates/domain/streaks';
import { type UnitOfWork } from '../store/unit-of-work';

/** What a streak is made of, read in the unit that changes one of the slots. */
export interface StreakParts {
  readonly member: Member;
  readonly pod: Pod | null;
  readonly slots: readonly Slot[];
  readonly previous: Streak | null;
}

/** @throws DomainError `not-found` when the member is gone */
export const readStreakParts = async (unit: UnitOfWork, changing: Slot): Promise<StreakParts> => {
  const { members, pods, slots, streaks } = unit.records;
  const member = await unit.get(members.doc(changing.memberId), 'There is no such member.');
  const pod = member.podId === null ? null : await unit.find(pods.doc(member.podId));
  const all = await unit.list(slots.where('sprintId', '==', changing.sprintId));
  const previous = await unit.find(streaks.doc(member.id));
  return { member, pod, slots: all, previous };
};

/**
 * Saves a changed slot, the streak folded anew from all slots of the sprint, and the member's card in the pod.
 * A slot of an earlier sprint does not touch the streak that is shown now.
 */
export const writeSlot = (unit: UnitOfWork, changed: Slot, parts: StreakParts): Streak => {
  const { slots, streaks, pods } = unit.records;
  const { member, pod, previous } = parts;
  unit.save(slots.doc(changed.id), changed);
  const streak = streakDocument({
    memberId: changed.memberId,
    sprintId: changed.sprintId,
    slots: parts.slots.map((slot) => (slot.id === changed.id ? changed : slot)),
    previousVersion: previous?.version ?? 0,
    now: unit.now,
  });
  const isShown = previous === null || previous.sprintId === changed.sprintId;
  if (!isShown) return previous;
  unit.save(streaks.doc(streak.id), streak);
  if (pod !== null) unit.save(pods.doc(pod.id), refreshCard(pod, memberCard(member, streak)));
  return streak;
};
