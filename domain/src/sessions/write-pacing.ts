/**
 * How often the members of a session, all together, write one document: never more than sixty times in any sixty
 * seconds, Firestore's one a second. Nobody coordinates them. Each device counts the revisions it has seen of the
 * document, and as rules refuse a write that does not name the revision after the newest, whoever's write is taken had
 * seen all before it, none earlier than the server had it. So what a device counts is never less than the truth.
 *
 * Up to `FREE` in a minute go at once; beyond them one follows another after `GAP_MS`. After the last free one of any
 * window at most 60 s / GAP_MS follow, so no window has more than FREE + 60 s / GAP_MS = 60.
 */
export const PACE = {
  windowMs: 60_000,
  free: 20, // a burst of ticks and moves at the beginning of a session waits for nothing
  gapMs: 1_500,
  /** Longer than most round trips: whoever's turn comes later sees the earlier write instead of running into it. */
  turnMs: 300,
} as const;

/** One revision of a document, when this device first saw it (its own elapsed time, in ms), and whose it is. */
export interface SeenRevision {
  readonly rev: number;
  readonly seenAt: number;
  readonly by: string;
  /** Drawn by this device for this revision, from 0 up to 1: two who do not know of each other do not always meet. */
  readonly dice: number;
}
/** What one device has seen of one document, oldest first; begins empty. */
export type Pace = readonly SeenRevision[];

/** With a revision that came in; an older one than the newest, or the same once more, changes nothing. */
export function withSeen(pace: Pace, revision: SeenRevision): Pace {
  const newest = pace.at(-1);
  if (newest && revision.rev <= newest.rev) return pace;
  const since = revision.seenAt - PACE.windowMs;
  // The last one before the window stays: revisions that were never seen one by one are counted from it.
  const firstInside = pace.findIndex(({ seenAt }) => seenAt > since);
  const kept = firstInside < 0 ? pace.slice(-1) : pace.slice(Math.max(0, firstInside - 1));
  return [...kept, revision];
}

/**
 * When this device may write the document, in its own elapsed time; now or earlier means at once. Ask again after each
 * revision that comes in, as somebody else may have had the turn.
 */
export function mayWriteAt(pace: Pace, p: { selfId: string; now: number }): number {
  const newest = pace.at(-1);
  if (!newest || countedIn(pace, p.now) < PACE.free) return p.now;
  return newest.seenAt + PACE.gapMs + (turnOf(pace, p.selfId, p.now) + newest.dice) * PACE.turnMs;
}

/**
 * Revisions of the last minute, too many rather than too few: those that came in one piece count each, and of a
 * document that was opened less than a minute ago all that it ever had, as none of them need be older.
 */
function countedIn(pace: Pace, now: number): number {
  const before = pace.findLast(({ seenAt }) => seenAt <= now - PACE.windowMs);
  return (pace.at(-1)?.rev ?? 0) - (before?.rev ?? 0);
}

/** After the newest writer the next one by id is first, so that whoever writes most does not write alone. */
function turnOf(pace: Pace, selfId: string, now: number): number {
  const recent = pace.filter(({ seenAt }) => seenAt > now - PACE.windowMs).map(({ by }) => by);
  const people = [...new Set([...recent, selfId])].sort();
  const last = people.indexOf(pace.at(-1)?.by ?? selfId);
  const self = people.indexOf(selfId);
  return (self - last - 1 + people.length) % people.length;
}
