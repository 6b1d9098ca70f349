import { type Presence } from '../documents';
import { type Beats, PRESENT_WINDOW_MS } from './presence';

/** How long everybody is told that the host is away before taking over is offered to them. */
export const HOST_NOTICE_MS = 30_000;

/**
 * `here`; `notice` while the host may still come back by themselves; `lost` from then on, when any member may take
 * over. Nothing happens by itself: nobody is made the host, and whoever comes back is not made it again.
 */
export type HostPresence =
  { readonly kind: 'here' } | { readonly kind: 'notice'; readonly leftMs: number } | { readonly kind: 'lost' };

/** The host as the beats show them, reckoned as `presentMembers` does, without any clock. */
export function hostPresence(beats: Beats, p: { hostId: string; newestSeenAgoMs: number }): HostPresence {
  const beat = beats.find(({ id }) => id === p.hostId);
  if (!beat) return { kind: 'lost' };
  const awayMs = ageOf(beat, beats, p.newestSeenAgoMs) - (beat.isHere ? PRESENT_WINDOW_MS : 0);
  if (beat.isHere && awayMs <= 0) return { kind: 'here' };
  const leftMs = HOST_NOTICE_MS - awayMs;
  return leftMs > 0 ? { kind: 'notice', leftMs } : { kind: 'lost' };
}

function ageOf(beat: Pick<Presence, 'beatAt'>, beats: Beats, newestSeenAgoMs: number): number {
  const newest = Math.max(...beats.map(({ beatAt }) => beatAt.getTime()));
  return newest - beat.beatAt.getTime() + Math.max(0, newestSeenAgoMs);
}
