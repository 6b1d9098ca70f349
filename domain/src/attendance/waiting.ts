import { type Session } from '../documents';

const MINUTE_MS = 60_000;
/** Behaviour 26, after the start: the missing are pinged, whoever waits may choose, and then is free. */
export const WAITING = { pingMs: 2 * MINUTE_MS, optionsMs: 5 * MINUTE_MS, releaseMs: 10 * MINUTE_MS } as const;

type Watched = Pick<Session, 'state' | 'startsAt' | 'memberIds' | 'joinedIds' | 'releasedIds'> & {
  readonly withdrawals?: Readonly<Record<string, Date>>;
  readonly pausedIds?: readonly string[];
};

/** `none`: nobody is waited for. `soon`: a little patience. `free`: they may go, with full credit. */
export type WaitingStage = 'none' | 'soon' | 'pinged' | 'options' | 'free';

const isOpen = ({ state }: Watched): boolean => state === 'lobby' || state === 'live';

/** Who is expected and has not joined. Whoever called off, or is on a pause, is not waited for. */
export const missingFrom = ({ memberIds, joinedIds, withdrawals = {}, pausedIds = [] }: Watched): string[] =>
  memberIds.filter((id) => !joinedIds.includes(id) && !(id in withdrawals) && !pausedIds.includes(id));

/** Who waits alone for others; null when somebody is there to begin with, or nobody else was to come. */
export function whoWaits(session: Watched): string | null {
  const [alone, ...others] = session.joinedIds;
  const isAlone = alone !== undefined && others.length === 0;
  return isOpen(session) && isAlone && session.memberIds.length > 1 ? alone : null;
}

/** Nobody waits for people who have all called off, or are on a pause. */
const freeAfterMs = (session: Watched): number => (missingFrom(session).length === 0 ? 0 : WAITING.releaseMs);

/** Where the waiting of this member stands at `now`. */
export function waitingStage(session: Watched, memberId: string, now: Date): WaitingStage {
  if (whoWaits(session) !== memberId) return 'none';
  const sinceMs = now.getTime() - session.startsAt.getTime();
  if (session.releasedIds.includes(memberId) || sinceMs >= freeAfterMs(session)) return 'free';
  if (sinceMs >= WAITING.optionsMs) return 'options';
  return sinceMs >= WAITING.pingMs ? 'pinged' : sinceMs >= 0 ? 'soon' : 'none';
}

/** Whom to tell at `now` that somebody waits for them; nobody, before two minutes have passed or when none waits. */
export function toPing(session: Watched, now: Date): string[] {
  const sinceMs = now.getTime() - session.startsAt.getTime();
  return isOpen(session) && session.joinedIds.length > 0 && sinceMs >= WAITING.pingMs ? missingFrom(session) : [];
}

/** The session in which whoever waits alone is free to go; the same one before it is time, or again. */
export function released<T extends Watched & Pick<Session, 'version'>>(session: T, now: Date): T {
  const waiting = whoWaits(session);
  const isTime = now.getTime() - session.startsAt.getTime() >= freeAfterMs(session);
  if (!waiting || !isTime || session.releasedIds.includes(waiting)) return session;
  return { ...session, releasedIds: [...session.releasedIds, waiting], version: session.version + 1 };
}
