import { type Relations } from '@podmates/domain';
import { noRelations } from '@podmates/domain/matching';
import { FieldPath } from 'firebase-admin/firestore';
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

/**
 * What decides who reads a member's words: what they have said themselves, and what those of the others have said who
 * blocked them. The rest of what the others say is not read, and shows as nothing.
 */
export const relationsAround = async (
  unit: UnitOfWork,
  memberId: string,
  otherIds: readonly string[],
): Promise<(memberId: string) => Relations> => {
  const own = await relationsOfOne(unit, memberId);
  const { relations } = unit.records;
  const byThem = relations.where('blocks', 'array-contains', memberId);
  const others = otherIds.length === 0 ? [] : await unit.list(byThem.where(FieldPath.documentId(), 'in', otherIds));
  return (id) => [own, ...others].find((relation) => relation.id === id) ?? noRelations(id);
};
