import { LIMITS, type Relations, type SessionState } from '../documents';

const MINUTE_MS = 60_000;

type Said = Pick<Relations, 'id' | 'blocks'>;

/** Whether nothing may pass between the two: one of them blocked the other (behaviour 33). */
const arePartedBy = (a: Said, b: Said): boolean => a.blocks.includes(b.id) || b.blocks.includes(a.id);

/** Who may read what this member says here: themself, and everybody present whom no block keeps apart from them. */
export const readersOf = (author: Said, present: readonly Said[]): string[] => [
  author.id,
  ...present.filter((other) => other.id !== author.id && !arePartedBy(author, other)).map(({ id }) => id),
];

/** The times to keep after one more message, oldest first; null when the member has to wait a little. */
export function afterOneMore(sentAt: readonly Date[], now: Date): Date[] | null {
  const recent = sentAt.filter((at) => now.getTime() - at.getTime() < MINUTE_MS);
  return recent.length >= LIMITS.messagesPerMinute ? null : [...recent, now];
}

/** The chat of a session is open while its members are together, or about to be. */
export const isChatOpen = (state: SessionState): boolean => state === 'lobby' || state === 'live' || state === 'wrap';
