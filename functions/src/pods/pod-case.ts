import { type PodDecision } from '@podmates/domain';
import { type Circumstances, type PodCase } from '@podmates/domain/pods';
import { type Ports } from '../runtime/ports';
import { type UnitOfWork } from '../store/unit-of-work';

const PENDING: readonly PodDecision['state'][] = ['open', 'serving'];

/** A pod with every question that is not closed, in the unit that changes it; null when there is no such pod. */
export const readCase = async (unit: UnitOfWork, podId: string): Promise<PodCase | null> => {
  const pod = await unit.find(unit.records.pods.doc(podId));
  if (pod === null) return null;
  return { pod, decisions: await unit.list(unit.records.decisions(podId).where('state', 'in', PENDING)) };
};

export const circumstancesOf = (unit: UnitOfWork, ids: Ports['ids']): Circumstances => ({
  now: unit.now,
  nextId: () => ids.next(),
});

/** Who did it, and by which command, task or trigger. */
export interface By {
  readonly actorId: string;
  readonly cause: string;
}
