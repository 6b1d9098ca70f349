import { type Session } from '../documents';
import { LOBBY_OPENS_MS } from './system-changes';
import { expectedIds } from './withdrawals';

/** How long before the start each reminder is due: enough to get there, and the moment at which the lobby opens. */
export const REMINDERS = {
  'session-in-an-hour': 60 * 60_000,
  'session-soon': LOBBY_OPENS_MS,
} as const;
export type Reminder = keyof typeof REMINDERS;

const REMINDED_IN: readonly Session['state'][] = ['scheduled', 'lobby'];

/**
 * The reminder that is due for the time that the session has now, or null. Whoever asks late gets the one that still
 * says something true: after T−10 that is the second alone, and after the start none.
 */
export function reminderDue(session: Session, now: Date): Reminder | null {
  const aheadMs = session.startsAt.getTime() - now.getTime();
  if (!REMINDED_IN.includes(session.state) || aheadMs <= 0) return null;
  if (aheadMs <= REMINDERS['session-soon']) return 'session-soon';
  return aheadMs <= REMINDERS['session-in-an-hour'] ? 'session-in-an-hour' : null;
}

/** When to look for the first reminder; the second comes with the opening of the lobby. Null: there is none to wait for. */
export function firstReminderAt(session: Session, now: Date): Date | null {
  const at = new Date(session.startsAt.getTime() - REMINDERS['session-in-an-hour']);
  return session.state === 'scheduled' && at > now ? at : null;
}

/** A reminder that left for a member. */
export interface SentReminder {
  readonly memberId: string;
  readonly at: Date;
}

/**
 * Of each member whether a reminder of the session's time left for them before it began. Empty where that time came to
 * stand after the last reminder was due: who agreed to it in that minute needed none.
 */
export function remindersDelivered(session: Session, sent: readonly SentReminder[]): Record<string, boolean> {
  const stoodAt = session.timeSetAt ?? session.createdAt;
  if (session.startsAt.getTime() - stoodAt.getTime() < REMINDERS['session-soon']) return {};
  const reached = new Set(sent.filter(({ at }) => at <= session.startsAt).map(({ memberId }) => memberId));
  return Object.fromEntries(session.memberIds.map((id) => [id, reached.has(id)]));
}

/** Whom it reminds: who is expected, and not there already. */
export const remindedIds = (session: Session): string[] =>
  expectedIds(session).filter((id) => !session.joinedIds.includes(id));
