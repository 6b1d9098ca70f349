import { type Presence } from '../documents';

export const HEARTBEAT_MS = 25_000;
/** A hidden tab is held back to a beat a minute; longer, and somebody who left would be waited for. */
export const PRESENT_WINDOW_MS = 90_000;
type Beat = Pick<Presence, 'id' | 'beatAt' | 'isHere'>;

/**
 * Ids of those who are in the room, sorted. Beats are compared with the newest one known, never with a clock;
 * `newestSeenAgoMs` is how long ago (elapsed on this device) that newest one arrived.
 */
export function presentMembers(beats: readonly Beat[], p: { newestSeenAgoMs: number }): string[] {
  const newest = Math.max(...beats.map((beat) => beat.beatAt.getTime()));
  const ageOf = (beat: Beat) => newest - beat.beatAt.getTime() + Math.max(0, p.newestSeenAgoMs);
  return beats
    .filter((beat) => beat.isHere && ageOf(beat) <= PRESENT_WINDOW_MS)
    .map((beat) => beat.id)
    .sort();
}
