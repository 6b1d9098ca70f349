import { type Session, type TimeZone } from '../../documents';
import { burdenOf } from './inconvenience';

/** Long enough that a turn is remembered, short enough that a summer is not paid back in winter. */
export const BURDEN_WEEKS = 12;
const WEEK_MS = 7 * 24 * 3_600_000;
const MET: readonly Session['state'][] = ['live', 'wrap', 'done'];

/** By member, the points that the hours of past meetings cost them. */
export type Burdens = Readonly<Record<string, number>>;

/**
 * What each member carried by meeting early, late or at night in the last twelve weeks, by the zone that they live in
 * now. Reckoned from the sessions themselves: nothing is kept beside them that could disagree. A session counts for
 * whoever came.
 */
export function burdensFrom(
  sessions: readonly Pick<Session, 'startsAt' | 'minutes' | 'state' | 'joinedIds'>[],
  members: readonly { readonly id: string; readonly timeZone: TimeZone }[],
  now: Date,
): Burdens {
  const since = now.getTime() - BURDEN_WEEKS * WEEK_MS;
  const counted = sessions.filter(
    ({ state, startsAt }) => MET.includes(state) && startsAt.getTime() >= since && startsAt <= now,
  );
  return Object.fromEntries(
    members.map(({ id, timeZone }) => [
      id,
      counted
        .filter(({ joinedIds }) => joinedIds.includes(id))
        .reduce((sum, { startsAt, minutes }) => sum + burdenOf(startsAt, minutes, timeZone), 0),
    ]),
  );
}
