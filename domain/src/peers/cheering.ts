import { DomainError } from '../contracts';
import { type FeedEvent, LIMITS } from '../documents';

/**
 * The event with this podmate among those who cheered it, or no more; the same event when it is so already. Cheers are
 * quiet: they are seen in the feed and nobody is sent anything.
 * @throws DomainError 'failed-precondition': not a check-in, or one's own
 */
export function withCheer(event: FeedEvent, memberId: string, isCheered: boolean): FeedEvent {
  if (event.kind !== 'check-in' || event.memberId === memberId)
    throw new DomainError('failed-precondition', 'Check-ins of podmates can be cheered.');
  const before = event.cheers ?? [];
  if (before.includes(memberId) === isCheered) return event;
  return {
    ...event,
    cheers: isCheered ? [...before, memberId].slice(-LIMITS.podmatesEver) : before.filter((id) => id !== memberId),
  };
}
