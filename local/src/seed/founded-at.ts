import { POD_CAST } from '../people/cast';
import { chance } from '../people/choices';

const DAY_MS = 24 * 3_600_000;
/** Pods do not form at the same time of the day. */
const LATEST_EARLIER_MS = 6 * 3_600_000;

/**
 * When the n-th pod of the cast was founded. A sprint ends on a Sunday, and a streak begins anew with the next one: each
 * pod has six weeks behind it whatever day it is, and at least three slots of the sprint that follows.
 */
export function foundedAt(n: number, p: { present: Date; seed: number }): Date {
  const cast = POD_CAST[n];
  if (!cast) throw new RangeError(`There is no pod ${n} in the cast.`);
  const earlier = chance(p.seed, 'founded', n) * LATEST_EARLIER_MS;
  return new Date(p.present.getTime() - cast.startedDaysAgo * DAY_MS - earlier);
}
