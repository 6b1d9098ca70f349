import { type Pod } from '@podmates/domain';
import { endAddition, isAddition } from '@podmates/domain/pods';
import { readProposal, saveOutcome } from '../matching/proposal-records';
import { type UnitOfWork } from '../store/unit-of-work';
import { type By } from './pod-case';

/** The open proposals by which somebody would join a pod, or its last member another one. */
export interface OpenAdditions {
  /** Ends them all: the pod is not what they were made for any more. */
  end(by: By): void;
}

/** `exceptId`: the one that is just being formed. */
export const readOpenAdditions = async (unit: UnitOfWork, pod: Pod, exceptId?: string): Promise<OpenAdditions> => {
  const { proposals } = unit.records;
  // Whoever is in the pod is part of each of them, so any member's list holds them all.
  const [someone] = pod.memberIds;
  const open = someone
    ? await unit.list(proposals.where('memberIds', 'array-contains', someone).where('state', '==', 'open'))
    : [];
  const ofPod = open.filter((proposal) => isAddition(proposal) && proposal.id !== exceptId);
  const held = await Promise.all(ofPod.map((proposal) => readProposal(unit, proposal)));
  return {
    end: (by) => {
      for (const at of held) {
        const ended = endAddition(at);
        if (ended) saveOutcome(unit, at, ended, by);
      }
    },
  };
};
