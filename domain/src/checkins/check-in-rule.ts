import { CheckInInput, DomainError, fieldProblems } from '../contracts';
import { type CheckIn, proofPath, SCHEMA_VERSION, type Slot } from '../documents';
import { type Stake, type Verdict, slotIsClosed, verdictOn } from './check-in-verdict';
import { CLOSE_DELAY_MS } from './close-slot';
import { isOfflineClaim } from './judge-receipt';

export interface CheckInDecision {
  readonly slot: Slot;
  readonly checkIn: CheckIn;
  /** What the pod's feed says of this check-in; null: nothing, also when an earlier version of it said something. */
  readonly feed: { readonly text: string } | null;
  /** The same request came before: nothing is to be written. */
  readonly isRepeat: boolean;
}

/**
 * Takes a check-in, or a later version of it (one per slot, behaviour 9). What it counts as is `verdictOn`'s to say, by
 * the server's time. A version changes what was said, not when the effort was reported. `stake`: null without one.
 * Throws DomainError: `invalid-argument` with fields, `failed-precondition` too early, too late or once closed.
 */
export function decideCheckIn(p: {
  slot: Slot;
  existing: CheckIn | null;
  input: CheckInInput;
  podId: string | null;
  stake: Stake | null;
  now: Date;
}): CheckInDecision {
  const { slot, existing, podId, now } = p;
  if (existing && existing.clientMutationId === p.input.clientMutationId) {
    return { slot, checkIn: existing, feed: null, isRepeat: true };
  }
  const read = readInput(p.input, slot);
  const input = existing && read.onlyFile ? { ...read, ...wordsOf(existing) } : read;
  if (existing?.review?.state === 'open') throw beingLookedAt();
  // A rest reported in time does not buy time for an effort reported later; what was overturned keeps no time either.
  const isAfresh =
    existing === null ||
    slot.ruling === 'proof-overturned' ||
    (existing.status === 'rest' && input.status !== 'rest') ||
    isEarlierEffort(slot, input, p);
  if (!isAfresh && !bringsItsFile(existing, input, slot, now)) refuseEditOfClosed(slot, now);
  const verdict = isAfresh ? verdictOn(slot, input, { stake: p.stake, now }) : versionOf(slot, input);
  const checkIn = isAfresh
    ? freshCheckIn(existing, input, slot, { podId, verdict, now })
    : nextVersion(existing, input);
  return {
    slot: { ...slot, ...verdict, version: slot.version + 1 },
    checkIn,
    feed: checkIn.visibility === 'pod' && checkIn.podId !== null ? { text: feedText(checkIn) } : null,
    isRepeat: false,
  };
}

/**
 * Of two devices the one that was offline may have the earlier check-in, and come back last: the slot is then on time
 * as it would be had it come first (behaviour 6).
 */
function isEarlierEffort(slot: Slot, input: CheckInInput, p: { stake: Stake | null; now: Date }): boolean {
  const isCounted = slot.state === 'late' || slot.state === 'madeUp';
  if (!isCounted || input.status === 'rest' || input.onlyFile) return false;
  const receipt = { receivedAt: p.now, capturedAt: new Date(input.capturedAt), clientSkewMs: input.clientSkewMs };
  return isOfflineClaim(slot, receipt) && verdictOn(slot, input, p).state === 'done';
}

/** What is looked at stays what it is: neither changed nor hidden while others decide about it. */
const beingLookedAt = (): DomainError =>
  new DomainError(
    'failed-precondition',
    'People outside your pod are looking at this check-in. It counts meanwhile, and can be changed after that.',
  );

/** An edit keeps what the slot counts as, but an effort that turns out to have been a rest is one. */
const versionOf = (slot: Slot, input: CheckInInput): Verdict =>
  input.status === 'rest' ? { state: 'rest', ruling: 'rest' } : { state: slot.state, ruling: slot.ruling };

function readInput(raw: CheckInInput, slot: Slot): CheckInInput {
  const parsed = CheckInInput.safeParse(raw);
  const problems = parsed.success ? [] : fieldProblems(parsed.error);
  if (parsed.success && parsed.data.slotId !== slot.id) {
    problems.push({ path: 'slotId', message: 'is another slot' });
  }
  const proof = parsed.data?.proof;
  if (proof?.kind === 'file' && !isOwnProof(proof.path, slot)) {
    problems.push({ path: 'proof.path', message: 'is not a file of this check-in' });
  }
  if (parsed.data?.onlyFile && proof?.kind !== 'file') problems.push({ path: 'proof', message: 'is no file' });
  if (!parsed.success || problems.length > 0) {
    throw new DomainError('invalid-argument', 'The check-in needs another look.', problems);
  }
  return parsed.data;
}

/** Exactly one file name below the slot's folder, so that nobody points at another member's proof. */
function isOwnProof(path: string, slot: Slot): boolean {
  const folder = proofPath(slot.memberId, slot.id, '');
  const name = path.slice(folder.length);
  return path.startsWith(folder) && name !== '' && name !== '.' && name !== '..' && !name.includes('/');
}

function refuseEditOfClosed(slot: Slot, now: Date): void {
  const isOver = now.getTime() > slot.graceEndsAt.getTime() + CLOSE_DELAY_MS;
  if (isOver || ['missed', 'frozen', 'excused'].includes(slot.state)) throw slotIsClosed();
}

const WORDS = ['status', 'rpe', 'win', 'tweak', 'visibility'] as const;
const wordsOf = ({ status, rpe, win, tweak, visibility }: CheckIn) => ({ status, rpe, win, tweak, visibility });

/** How long a file may take that began its way before the grace ended (behaviour 7). */
const FILE_TIME_MS = 30 * 60_000;

/** The words came in time and their file follows: it may still come, and changes nothing else. */
function bringsItsFile(existing: CheckIn, input: CheckInInput, slot: Slot, now: Date): boolean {
  if (existing.proof.kind !== 'none' || input.proof.kind !== 'file') return false;
  const isSame = WORDS.every((field) => existing[field] === input[field]);
  const began = Math.max(slot.graceEndsAt.getTime(), existing.receivedAt.getTime());
  return isSame && now.getTime() <= began + FILE_TIME_MS;
}

function freshCheckIn(
  existing: CheckIn | null,
  input: CheckInInput,
  slot: Slot,
  p: { podId: string | null; verdict: Verdict; now: Date },
): CheckIn {
  return {
    ...said(input),
    id: slot.id,
    slotId: slot.id,
    sprintId: slot.sprintId,
    memberId: slot.memberId,
    podId: existing ? existing.podId : p.podId,
    day: slot.label,
    isLate:
      p.verdict.state === 'late' || p.verdict.state === 'madeUp' || (input.status === 'rest' && p.now > slot.dueAt),
    capturedAt: new Date(input.capturedAt),
    receivedAt: p.now,
    version: (existing?.version ?? 0) + 1,
    schemaVersion: SCHEMA_VERSION,
  };
}

const nextVersion = (existing: CheckIn, input: CheckInInput): CheckIn => ({
  ...existing,
  ...said(input),
  proof: sameFile(existing, input) ? existing.proof : input.proof, // what was made of it stays
  version: existing.version + 1,
});

const sameFile = (existing: CheckIn, { proof }: CheckInInput): boolean =>
  existing.proof.kind === 'file' && proof.kind === 'file' && existing.proof.path === proof.path;

const said = ({ status, rpe, win, tweak, proof, visibility, clientMutationId }: CheckInInput) => ({
  status,
  rpe,
  win,
  tweak,
  proof,
  visibility,
  clientMutationId,
});

const FEED_OPENING: Record<CheckIn['status'], string> = {
  done: 'Checked in',
  partly: 'Checked in: did a part of it',
  rest: 'Took a rest',
};

const feedText = ({ status, win }: CheckIn): string =>
  win === '' ? `${FEED_OPENING[status]}.` : `${FEED_OPENING[status]}. Win: ${win}`;
