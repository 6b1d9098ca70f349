import { askToSeparate } from '@podmates/domain/pods';
import { type Ports } from '../runtime/ports';
import { type UnitOfWork } from '../store/unit-of-work';
import { type By, circumstancesOf, readCase } from './pod-case';
import { readPodChange } from './pod-change';

/** What a block means for a pod that both are in; written with the unit of the block. */
export interface Separation {
  write(by: By): void;
}

/**
 * The question to whoever blocked a podmate, which of them is to go. Somebody who had one moved out of this pod before
 * is asked to go themselves, so that nobody empties a pod. Null when they share no pod.
 */
export const readSeparation = async (
  unit: UnitOfWork,
  ids: Ports['ids'],
  p: { blockerId: string; blockedId: string },
): Promise<Separation | null> => {
  const { members, podHistory } = unit.records;
  const blocker = await unit.find(members.doc(p.blockerId));
  const before = blocker?.podId ? await readCase(unit, blocker.podId) : null;
  if (!before) return null;
  const separated = await unit.list(podHistory(before.pod.id).where('why', '==', 'separated'));
  const mayRemove = separated.every(({ actorId }) => actorId !== p.blockerId);
  const outcome = askToSeparate(before, { ...p, mayRemove }, circumstancesOf(unit, ids));
  return outcome && readPodChange(unit, before, outcome);
};
