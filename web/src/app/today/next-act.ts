import { type MatchRequest, type Session, type Slot } from '@podmates/domain';

/** The one thing to do next; the page shows it first and largest. */
export type NextAct =
  | { readonly kind: 'join-session'; readonly session: Session }
  | { readonly kind: 'answer-proposal' }
  | { readonly kind: 'check-in'; readonly slot: Slot }
  | { readonly kind: 'await-match' }
  | { readonly kind: 'paused' }
  | { readonly kind: 'find-pod' }
  | { readonly kind: 'nothing-now' };

const isOpenToJoin = (session: Session) => session.state === 'lobby' || session.state === 'live';

/**
 * People who wait come first: a room that is open, a proposal that others have to answer too. Then the
 * slot that can be checked in, then the pod.
 */
export function nextAct(p: {
  readonly podId: string | undefined;
  readonly sessions: readonly Session[];
  /** The domain's: the oldest open slot that has begun. */
  readonly currentSlot: Slot | null;
  readonly request: MatchRequest | null;
}): NextAct {
  const session = p.sessions.find(isOpenToJoin);
  if (session) return { kind: 'join-session', session };
  if (!p.podId && p.request?.status === 'proposed') return { kind: 'answer-proposal' };
  if (p.currentSlot) return { kind: 'check-in', slot: p.currentSlot };
  if (p.podId) return { kind: 'nothing-now' };
  if (p.request?.status === 'snoozed') return { kind: 'paused' };
  return { kind: p.request?.status === 'waiting' ? 'await-match' : 'find-pod' };
}

/** The soonest session that is agreed and not over; `sessions` come soonest first. */
export const nextSession = (sessions: readonly Session[]): Session | undefined =>
  sessions.find((session) => session.state === 'scheduled' || isOpenToJoin(session));
