import { type Session } from '../documents';
import { REMINDERS } from './reminders';
import { nextSystemChange } from './system-changes';

/**
 * The instant from which on time alone may have brought something about: a step of the session, or its first reminder
 * (the second comes with the opening of the lobby). It says nothing of what has been done since, so a session that has
 * reminded stays due until its lobby opens. Null: nothing will ever be due.
 */
export function nextDueAt(session: Session): Date | null {
  const change = nextSystemChange(session);
  if (change === null || session.state !== 'scheduled') return change;
  const reminderMs = session.startsAt.getTime() - REMINDERS['session-in-an-hour'];
  return new Date(Math.min(change.getTime(), reminderMs));
}
