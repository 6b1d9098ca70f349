import { type LocalDay, type Session, type SessionState, type TimeZone } from '@podmates/domain';
import { addDays, localDay, weekdayOf } from '@podmates/domain/time';
import { sayLocalDay } from './say-time';

export interface SessionWeek {
  readonly monday: LocalDay;
  readonly title: string;
  readonly sessions: readonly Session[];
}

/** Sessions by the reader's own calendar week, soonest first; weeks without one are left out. */
export function sessionWeeks(sessions: readonly Session[], zone: TimeZone, now: Date): SessionWeek[] {
  const weeks = new Map<LocalDay, Session[]>();
  for (const session of [...sessions].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())) {
    const monday = mondayOf(localDay(session.startsAt, zone));
    weeks.set(monday, [...(weeks.get(monday) ?? []), session]);
  }
  const thisMonday = mondayOf(localDay(now, zone));
  return [...weeks].map(([monday, found]) => ({ monday, title: weekTitle(monday, thisMonday), sessions: found }));
}

const mondayOf = (day: LocalDay): LocalDay => addDays(day, 1 - weekdayOf(day));

function weekTitle(monday: LocalDay, thisMonday: LocalDay): string {
  if (monday === thisMonday) return 'This week';
  if (monday === addDays(thisMonday, 7)) return 'Next week';
  return `Week of ${sayLocalDay(monday)}`;
}

/** What each state means to somebody who reads the schedule. */
export const STATE_WORDS: Record<SessionState, string> = {
  draft: 'Proposed',
  scheduled: 'Agreed',
  lobby: 'Lobby is open',
  live: 'Live now',
  wrap: 'Wrapping up',
  done: 'Done',
  cancelled: 'Cancelled',
  'no-quorum': 'Too few came',
};
