import { type Relations } from '@podmates/domain';
import { noRelations } from '@podmates/domain/matching';
import { type UnitOfWork } from '../store/unit-of-work';

/** What one member has said about others. */
export const relationsOfOne = async (unit: UnitOfWork, memberId: string): Promise<Relations> =>
  (await unit.find(unit.records.relations.doc(memberId))) ?? noRelations(memberId);

/** What each of them has said about others, by their id. */
export const relationsOf = async (
  unit: UnitOfWork,
  memberIds: readonly string[],
): Promise<(memberId: string) => Relations> => {
  const found = await unit.several(memberIds.map((id) => unit.records.relations.doc(id)));
  return (memberId) => found.find(({ id }) => id === memberId) ?? noRelations(memberId);
};
