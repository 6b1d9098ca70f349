import { type PodSize, type Relaxation } from '../documents';
import { MIN_SHARED_HOURS, mayMeet } from './can-meet';
import { type Candidate } from './candidate';
import { HOURS_IN_WEEK } from './week-hours';

/** An evening's worth: long enough to change something, short enough to be found in a full week. */
const WINDOW_HOURS = 2;
/** More to choose from is more to think about. */
const MOST_WINDOWS = 3;
const SIZES: readonly PodSize[] = [2, 3, 4];

/**
 * What somebody who waits could allow, and how many more of `others` they could then meet: a window of two hours
 * anywhere in the week, or a size of pod that they ruled out. Counted, not guessed: somebody counts who may meet them
 * in everything else. Blocks, comfort, language and age are never up for it, and whom those exclude is not counted.
 * One pass over the others' hours; the best windows that do not overlap, the most people first.
 */
export function relaxationsFor(person: Candidate, others: readonly Candidate[]): Relaxation[] {
  const isMine = hourFlags(person.hours);
  const gains = new Int32Array(HOURS_IN_WEEK);
  const bySize = new Map<PodSize, number>();
  for (const other of others) {
    if (!mayMeet(person, other)) continue;
    let shared = 0;
    for (const hour of other.hours) shared += isMine[hour] ?? 0;
    const suitsSize = other.sizes.some((size) => person.sizes.includes(size));
    if (shared >= MIN_SHARED_HOURS && !suitsSize) countSizes(bySize, other);
    if (shared < MIN_SHARED_HOURS && suitsSize) countWindows(gains, other, isMine, MIN_SHARED_HOURS - shared);
  }
  return [...bestWindows(gains), ...SIZES.flatMap((size) => allowSize(size, bySize.get(size) ?? 0))];
}

function hourFlags(hours: readonly number[]): Uint8Array {
  const flags = new Uint8Array(HOURS_IN_WEEK);
  for (const hour of hours) flags[hour] = 1;
  return flags;
}

function countSizes(bySize: Map<PodSize, number>, other: Candidate): void {
  for (const size of SIZES) if (other.sizes.includes(size)) bySize.set(size, (bySize.get(size) ?? 0) + 1);
}

/**
 * Adds one to every window with which the two would share enough. It walks the other's hours, which ascend: of those
 * who share none both hours of a window must be new, of those who share one either of them.
 */
function countWindows(gains: Int32Array, other: Candidate, isMine: Uint8Array, lacking: number): void {
  let before = Number.NEGATIVE_INFINITY;
  for (const hour of other.hours) {
    if (isMine[hour] === 1) continue;
    const followsNew = before === hour - 1;
    if (lacking === WINDOW_HOURS && followsNew) addOne(gains, before);
    if (lacking < WINDOW_HOURS) {
      if (!followsNew) addOne(gains, hour - 1);
      addOne(gains, hour);
    }
    before = hour;
  }
}

/** One more for the window that begins with this hour; the last hour of the week begins none. */
function addOne(gains: Int32Array, start: number): void {
  if (start >= 0 && start + WINDOW_HOURS <= HOURS_IN_WEEK) gains[start] = (gains[start] ?? 0) + 1;
}

function bestWindows(gains: Int32Array): Relaxation[] {
  const starts = [...gains.keys()].filter((start) => (gains[start] ?? 0) > 0);
  starts.sort((a, b) => (gains[b] ?? 0) - (gains[a] ?? 0) || a - b);
  const chosen: number[] = [];
  for (const start of starts) {
    if (chosen.length === MOST_WINDOWS) break;
    if (chosen.every((other) => Math.abs(other - start) >= WINDOW_HOURS)) chosen.push(start);
  }
  return chosen.map((from) => ({
    kind: 'add-hours',
    from,
    until: from + WINDOW_HOURS,
    people: gains[from] ?? 0,
  }));
}

const allowSize = (size: PodSize, people: number): Relaxation[] =>
  people > 0 ? [{ kind: 'allow-size', size, people }] : [];
