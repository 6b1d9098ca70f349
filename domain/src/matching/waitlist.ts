import { type MatchRequest, type Relaxation, type Waitlist } from '../documents';
import { inTurn } from './in-turn';

const HOUR_MS = 3_600_000;
/** Whoever is without a match for so long is told where they stand. */
const WAITLIST_AFTER_MS = 24 * HOUR_MS;
/** How often the numbers are made anew; more often would cost a write per person and run. */
const REFRESHED_EVERY_MS = HOUR_MS;
/** With fewer a quarter is one person. */
const FEWEST_FOR_BAND = 5;

type Began = Pick<MatchRequest, 'waitingSince' | 'headStartMs'>;
type Waited = Began & Pick<MatchRequest, 'matchedAt'>;

/** When they joined the queue. A place further ahead is no time that anybody waited, and no number tells of it. */
export const beganToWait = ({ waitingSince, headStartMs }: Began): Date =>
  new Date(waitingSince.getTime() + headStartMs);

/** Whether this request belongs on the waitlist, and what it says there is missing or old. */
export function isWaitlistDue(request: MatchRequest, now: Date): boolean {
  const { status, waitlist } = request;
  if (status !== 'waiting' || now.getTime() - beganToWait(request).getTime() < WAITLIST_AFTER_MS) return false;
  return waitlist === null || now.getTime() - waitlist.asOf.getTime() >= REFRESHED_EVERY_MS;
}

/**
 * The request with its place on the waitlist. `of`: all who wait for the same track in the same language, and `ahead`
 * those of them who have waited longer; `peers` settle a tie. Everybody is counted, also whom a block keeps apart, so
 * that the numbers tell nobody of it.
 */
export function onWaitlist(
  request: MatchRequest,
  p: {
    ahead: number;
    of: number;
    peers: readonly MatchRequest[];
    band: Waitlist['band'];
    relax: readonly Relaxation[];
    seed: number;
    now: Date;
  },
): MatchRequest {
  const isTied = (peer: MatchRequest) => peer.waitingSince.getTime() === request.waitingSince.getTime();
  const rank = 1 + p.ahead + p.peers.filter((peer) => isTied(peer) && inTurn(peer, request, p.seed) < 0).length;
  const waitlist: Waitlist = {
    since: new Date(beganToWait(request).getTime() + WAITLIST_AFTER_MS),
    rank,
    of: Math.max(p.of, rank),
    band: p.band,
    relax: [...p.relax],
    asOf: p.now,
  };
  return { ...request, waitlist, version: request.version + 1 };
}

/** From the quicker quarter to the slower of those who were matched; null when they are too few to say. */
export function waitBand(matched: readonly Waited[]): Waitlist['band'] {
  const hours = hoursWaited(matched);
  if (hours.length < FEWEST_FOR_BAND) return null;
  return { fromHours: quantile(hours, 0.25), toHours: quantile(hours, 0.75), matched: hours.length };
}

/** How many hours each of them waited until they were matched, ascending. */
const hoursWaited = (matched: readonly Waited[]): number[] =>
  matched
    .flatMap((request) => (request.matchedAt ? hoursBetween(beganToWait(request), request.matchedAt) : []))
    .sort((a, b) => a - b);

export const hoursBetween = (from: Date, to: Date): number => Math.max(0, to.getTime() - from.getTime()) / HOUR_MS;

/** Of ascending values, that below which this share of them lies; to a tenth, and 0 of none. */
export function quantile(ascending: readonly number[], share: number): number {
  const place = (ascending.length - 1) * share;
  const [below, above] = [ascending[Math.floor(place)], ascending[Math.ceil(place)]];
  if (below === undefined || above === undefined) return 0;
  return Math.round((below + (above - below) * (place - Math.floor(place))) * 10) / 10;
}
