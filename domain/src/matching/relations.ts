import { DomainError } from '../contracts';
import { type MatchRequest, type Relations, SCHEMA_VERSION } from '../documents';

/** For how long podmates of an ended pod, or of a proposal that was turned down, are not put together again. */
export const RECENT_LASTS_MS = 30 * 24 * 3_600_000;
const MOST = { blocks: 500, favourites: 100, recent: 60 } as const;

/** Of somebody who has said nothing about others yet. */
export const noRelations = (memberId: string): Relations => ({
  id: memberId,
  blocks: [],
  reported: [],
  favourites: [],
  recent: [],
  version: 1,
  schemaVersion: SCHEMA_VERSION,
});

/**
 * With one more who is blocked, and no favourite any more; the same relations when that one is blocked already.
 * Nobody is asked whether that person exists: an answer would tell.
 * @throws DomainError 'resource-exhausted': as many are blocked as can be kept
 */
export function withBlock(relations: Relations, memberId: string): Relations {
  if (memberId === relations.id || relations.blocks.includes(memberId)) return relations;
  if (relations.blocks.length >= MOST.blocks)
    throw new DomainError('resource-exhausted', `You can block ${MOST.blocks} people. Unblock somebody first.`);
  const blocks = [...relations.blocks, memberId];
  return next(relations, { blocks, favourites: without(relations.favourites, memberId) });
}

export const withoutBlock = (relations: Relations, memberId: string): Relations =>
  relations.blocks.includes(memberId) ? next(relations, { blocks: without(relations.blocks, memberId) }) : relations;

/**
 * With or without a favourite; the same relations when it is so already.
 * @throws DomainError 'failed-precondition': that one is blocked; 'resource-exhausted': there are as many as can be kept
 */
export function withFavourite(relations: Relations, memberId: string, isFavourite: boolean): Relations {
  const { favourites } = relations;
  if (memberId === relations.id || favourites.includes(memberId) === isFavourite) return relations;
  if (!isFavourite) return next(relations, { favourites: without(favourites, memberId) });
  if (relations.blocks.includes(memberId))
    throw new DomainError('failed-precondition', 'You have blocked this person. Unblock them first.');
  if (favourites.length >= MOST.favourites)
    throw new DomainError('resource-exhausted', `You can keep ${MOST.favourites} favourites. Let go of one first.`);
  return next(relations, { favourites: [...favourites, memberId] });
}

/** With company not to be met again for 30 days from `now`; what is over is forgotten, and beyond sixty the oldest. */
export function withRecent(relations: Relations, memberIds: readonly string[], now: Date): Relations {
  const until = new Date(now.getTime() + RECENT_LASTS_MS);
  const others = memberIds.filter((id) => id !== relations.id);
  const kept = relations.recent.filter(({ memberId, until: end }) => end > now && !others.includes(memberId));
  const recent = [...kept, ...others.map((memberId) => ({ memberId, until }))];
  return next(relations, { recent: recent.slice(-MOST.recent) });
}

/** What a request keeps of its member's relations. Whom they reported is kept apart like whom they blocked. */
export const copiesOf = (relations: Relations): Pick<MatchRequest, 'blocks' | 'recent' | 'favourites'> => ({
  blocks: [...new Set([...relations.blocks, ...relations.reported])],
  recent: relations.recent,
  favourites: relations.favourites,
});

const without = (ids: readonly string[], id: string): string[] => ids.filter((other) => other !== id);

const next = (relations: Relations, fields: Partial<Relations>): Relations => ({
  ...relations,
  ...fields,
  version: relations.version + 1,
});
