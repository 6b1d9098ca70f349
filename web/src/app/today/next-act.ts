import { type MatchRequest, type Member, type Session, type Slot } from '@podmates/domain';

/** The one thing to do next; the page shows it first and largest. */
export type NextAct =
  | { readonly kind: 'join-session'; readonly session: Session }
  | { readonly kind: 'check-in'; readonly slot: Slot }
  | { readonly kind: 'answer-proposal' }
  | { readonly kind: 'await-match'; readonly since: Date }
  | { readonly kind: 'find-pod' }
  | { readonly kind: 'nothing-now' };

const isOpenToJoin = (session: Session) => session.state === 'lobby' || session.state === 'live';

/**
 * People who wait come first: a running session, then the slot that can be checked in, then the pod.
 * `currentSlot` is the domain's: the oldest open slot that has begun.
 */
export function nextAct(p: {
  readonly member: Member;
  readonly sessions: readonly Session[];
  readonly currentSlot: Slot | null;
  readonly request: MatchRequest | null;
}): NextAct {
  const session = p.sessions.find(isOpenToJoin);
  if (session) return { kind: 'join-session', session };
  if (p.request?.status === 'proposed') return { kind: 'answer-proposal' };
  if (p.currentSlot) return { kind: 'check-in', slot: p.currentSlot };
  if (p.member.podId) return { kind: 'nothing-now' };
  return p.request?.status === 'waiting'
    ? { kind: 'await-match', since: p.request.waitingSince }
    : { kind: 'find-pod' };
}

/** The soonest session that is agreed and not over. */
export const nextSession = (sessions: readonly Session[]): Session | null =>
  sessions
    .filter((session) => session.state === 'scheduled' || isOpenToJoin(session))
    .reduce<Session | null>(
      (soonest, session) => (soonest && soonest.startsAt <= session.startsAt ? soonest : session),
      null,
    );
