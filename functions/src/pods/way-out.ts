import { type Member } from '@podmates/domain';
import { leavePod, type Departure, type PodCase } from '@podmates/domain/pods';
import { type Ports } from '../runtime/ports';
import { type UnitOfWork } from '../store/unit-of-work';
import { type By, circumstancesOf, readCase } from './pod-case';
import { readPodStep } from './pod-step';

/** A member's way out of their pod, for a reason outside of it; written with the unit that read it. */
export interface WayOut {
  write(by: By): void;
}

/** Null when they have no pod, or none of which `isMeant` holds. */
export const readWayOut = async (
  unit: UnitOfWork,
  ids: Ports['ids'],
  p: { member: Member; why: Departure['why']; isMeant?: (pod: PodCase['pod']) => boolean },
): Promise<WayOut | null> => {
  const { member, why, isMeant = () => true } = p;
  const before = member.podId === null ? null : await readCase(unit, member.podId);
  if (!before?.pod.memberIds.includes(member.id) || !isMeant(before.pod)) return null;
  const departure: Departure = { memberIds: [member.id], to: 'nowhere', why };
  return readPodStep(unit, ids, before, leavePod(before, departure, circumstancesOf(unit, ids)));
};
