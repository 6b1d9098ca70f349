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
  const { slots, streaks, pods } = unit.records;
  const { member, pod, previous } = parts;
  const all = new Map([...parts.slots, ...changed].map((slot) => [slot.id, slot]));
  for (const slot of changed) unit.save(slots.doc(slot.id), slot);
  const streak = foldedStreak({ sprintId: changed[0].sprintId, slots: [...all.values()] }, parts, unit.now);
  if (previous !== null && !isShownStreak(streak, parts)) return previous;
  unit.save(streaks.doc(streak.id), streak);
  if (pod !== null) unit.save(pods.doc(pod.id), refreshCard(pod, memberCard(member, streak)));
  return streak;
};

/** The streak of the sprint with these slots. */
export const foldedStreak = (
  { sprintId, slots }: { sprintId: string; slots: readonly Slot[] },
  { member, previous }: StreakParts,
  now: Date,
): Streak => streakDocument({ memberId: member.id, sprintId, slots, previousVersion: previous?.version ?? 0, now });

/** Whether it is of the sprint that is shown now. */
export const isShownStreak = ({ sprintId }: Streak, { previous }: StreakParts): boolean =>
  previous === null || previous.sprintId === sprintId;

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
