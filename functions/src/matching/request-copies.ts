import { type Member } from '@podmates/domain';
import { isSearching, refreshRequest } from '@podmates/domain/matching';
import { type UnitOfWork } from '../store/unit-of-work';
import { runAround } from './new-request';
import { relationsOfOne } from './relation-records';

/** A member's request about to follow what its member says: read before other writes of the unit, written with them. */
export interface Copies {
  refresh(member: Member): void;
}

export const readCopies = async (unit: UnitOfWork, memberId: string): Promise<Copies> => {
  const { matchRequests } = unit.records;
  const request = await unit.find(matchRequests.doc(memberId));
  const relations = await relationsOfOne(unit, memberId);
  return {
    refresh: (member) => {
      if (request === null || !isSearching(request)) return;
      const fresh = refreshRequest(request, { member, relations });
      if (fresh === request) return;
      unit.save(matchRequests.doc(memberId), fresh);
      if (fresh.status === 'waiting') runAround(unit, fresh);
    },
  };
};
