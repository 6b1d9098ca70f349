import { type Pod } from '../documents';

const HOUR_MS = 3_600_000;
/** From then on nobody's decision waits for them: a long weekend fits in. */
export const AWAY_AFTER_MS = 72 * HOUR_MS;
/** From then on they are out of the pod, and may come back. */
export const REMOVED_AFTER_MS = 7 * 24 * HOUR_MS;
/** How soon somebody who is back counts again, if they do nothing that shows it at once. */
const LOOK_FOR_RETURN_MS = 6 * HOUR_MS;

/** Who is here, by when each was seen last; whoever is not listed counts as never seen. */
export interface Activity {
  readonly awayIds: string[];
  readonly goneIds: string[];
  readonly lookAgainAt: Date;
}

export function activityOf(pod: Pod, seenAt: Readonly<Record<string, Date>>, now: Date): Activity {
  const absence = (id: string): number => now.getTime() - (seenAt[id] ?? pod.createdAt).getTime();
  const goneIds = pod.memberIds.filter((id) => absence(id) >= REMOVED_AFTER_MS);
  const rest = pod.memberIds.filter((id) => !goneIds.includes(id));
  const awayIds = rest.filter((id) => absence(id) >= AWAY_AFTER_MS);
  const waits = rest.map((id) =>
    awayIds.includes(id) ? Math.min(REMOVED_AFTER_MS - absence(id), LOOK_FOR_RETURN_MS) : AWAY_AFTER_MS - absence(id),
  );
  return { awayIds, goneIds, lookAgainAt: new Date(now.getTime() + Math.min(AWAY_AFTER_MS, ...waits)) };
}
