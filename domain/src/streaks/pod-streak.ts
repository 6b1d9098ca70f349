import { type MemberCard } from '../documents';

/** The shortest current streak among the members: everybody kept that many slots in a row; 0 without members. */
export function podStreak(cards: readonly Pick<MemberCard, 'streak'>[]): number {
  return cards.length === 0 ? 0 : Math.min(...cards.map(({ streak }) => streak.current));
}
