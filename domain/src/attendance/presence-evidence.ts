import { type Evidence, LIMITS, type Presence, type Stay, type VideoEvent } from '../documents';
import { PRESENT_WINDOW_MS } from '../sessions';
import { type Interval, unionOf, within } from './intervals';

/** An open interval closes this long after the last sign of life (behaviour 25). */
const CLOSES_AFTER_MS = PRESENT_WINDOW_MS;

type Visit = Pick<VideoEvent, 'kind' | 'at'>;

/** Everything that says when one member was in one session. */
export interface Signals {
  /** By the heartbeats of the app. */
  readonly stays: readonly Stay[];
  /** In any order, some of them twice, some missing. */
  readonly videoEvents: readonly Visit[];
  /** Their tap on "Join session". */
  readonly joinedAt: Date | null;
}

/** When somebody was there. */
export interface PresenceRecord {
  /** Per source in the fewest intervals, in order of time. */
  readonly evidence: Evidence[];
  readonly union: Interval[];
  /** False when they came, and nothing says until when they stayed: then nobody may say that they left. */
  readonly isLengthKnown: boolean;
}

/** The stays of a heartbeat document, the one that goes on last. */
export const staysOf = ({ since, beatAt, isHere, earlier }: Presence): Stay[] =>
  since ? [...earlier, { from: since, to: beatAt, hasLeft: !isHere }] : earlier;

/** The heartbeat document after a beat of the server's own, which keeps the stays as the rules have a client keep them. */
export function nextBeat(before: Presence | null, p: { id: string; at: Date; isHere: boolean }): Presence {
  const beat = { beatAt: p.at, isHere: p.isHere, editing: null };
  if (!before?.since) return { id: p.id, ...beat, since: p.at, earlier: before?.earlier ?? [] };
  if (p.at <= later(before.beatAt)) return { ...before, ...beat };
  return { id: p.id, ...beat, since: p.at, earlier: staysOf(before).slice(-LIMITS.earlierStays) };
}

/** A goodbye on its way while the window closes still counts; in an outage of five minutes nobody has said one. */
const PARTS_WITHIN_MS = CLOSES_AFTER_MS + 60_000;

/**
 * The heartbeat document of somebody who may be there no longer, null where no client could go on with it. It says of
 * the stay what was known of it before: that it lasted until now, 90 s after its last beat at most.
 */
export function partingBeat(before: Presence, now: Date): Presence | null {
  if (!before.isHere || now.getTime() - before.beatAt.getTime() > PARTS_WITHIN_MS) return null;
  const end = Math.min(later(before.beatAt).getTime(), Math.max(now.getTime(), before.beatAt.getTime()));
  return { ...before, beatAt: new Date(end), isHere: false, editing: null };
}

/**
 * When somebody was there, as the union of all that was seen of them within the session. The order of events, and one
 * that came twice, change nothing; a join without an end lasts 90 s, unless something else says more.
 */
export function presenceOf(signals: Signals, session: Interval): PresenceRecord {
  const { visits, isOpen } = visitsOf(signals.videoEvents);
  const app = signals.stays.map(({ from, to, hasLeft }) => ({ from, to: hasLeft ? to : later(to) }));
  const joined = signals.joinedAt ? [{ from: signals.joinedAt, to: later(signals.joinedAt) }] : [];
  const of = (source: Evidence['source'], intervals: readonly Interval[]): Evidence[] =>
    unionOf(within(intervals, session)).map((interval) => ({ source, ...interval }));
  const evidence = [...of('app', app), ...of('video', visits), ...of('joined', joined)];
  return {
    evidence: evidence.slice(0, LIMITS.evidence),
    union: unionOf(evidence),
    isLengthKnown: !isOpen && app.length + visits.length > 0,
  };
}

const later = (instant: Date): Date => new Date(instant.getTime() + CLOSES_AFTER_MS);

/** A second join within a visit, and a second end after it, say nothing new. Of the same moment, an end comes first. */
function visitsOf(events: readonly Visit[]): { visits: Interval[]; isOpen: boolean } {
  const sorted = [...events].sort((a, b) => a.at.getTime() - b.at.getTime() || (a.kind < b.kind ? 1 : -1));
  const visits: Interval[] = [];
  let open = null as Interval | null;
  for (const { kind, at } of sorted) {
    if (kind === 'joined') open = { from: open?.from ?? at, to: later(at) };
    else if (open) {
      visits.push({ from: open.from, to: at });
      open = null;
    }
  }
  return { visits: open ? [...visits, open] : visits, isOpen: open !== null };
}
