import { CheckInInput, DomainError, fieldProblems } from '../contracts';
import { type CheckIn, proofPath, SCHEMA_VERSION, type Slot } from '../documents';
import { CLOSE_DELAY_MS } from './close-slot';

export interface CheckInDecision {
  readonly slot: Slot;
  readonly checkIn: CheckIn;
  /** What the pod's feed says of this check-in; null: nothing, also when an earlier version of it said something. */
  readonly feed: { readonly text: string } | null;
  /** The same request came before: nothing is to be written. */
  readonly isRepeat: boolean;
}

/**
 * Takes a check-in, or a later version of it (one per slot, behaviour 9). The server's time decides: from `openAt` to
 * `dueAt` on time, until `graceEndsAt` late. A version changes what was said, not when the effort was reported.
 * Throws DomainError: `invalid-argument` with fields, `failed-precondition` too early, too late or once closed.
 */
export function decideCheckIn(p: {
  slot: Slot;
  existing: CheckIn | null;
  input: CheckInInput;
  podId: string | null;
  now: Date;
}): CheckInDecision {
  const { slot, existing, podId, now } = p;
  if (existing && existing.clientMutationId === p.input.clientMutationId) {
    return { slot, checkIn: existing, feed: null, isRepeat: true };
  }
  const input = readInput(p.input, slot);
  refuseOutsideOfItsTime(slot, existing, now);
  const checkIn = existing ? nextVersion(existing, input, slot, now) : firstVersion(input, slot, podId, now);
  const state = input.status === 'rest' ? 'rest' : checkIn.isLate ? 'late' : 'done';
  return {
    slot: { ...slot, state, version: slot.version + 1 },
    checkIn,
    feed: checkIn.visibility === 'pod' && checkIn.podId !== null ? { text: feedText(checkIn) } : null,
    isRepeat: false,
  };
}

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

function refuseOutsideOfItsTime(slot: Slot, existing: CheckIn | null, now: Date): void {
  if (now < slot.openAt) {
    throw new DomainError('failed-precondition', 'This slot has not begun yet; its check-in opens on its day.');
  }
  const end = existing ? slot.graceEndsAt.getTime() + CLOSE_DELAY_MS : slot.graceEndsAt.getTime();
  const isClosed = slot.state === 'missed' || slot.state === 'frozen' || slot.state === 'excused';
  if (isClosed || now.getTime() > end) {
    throw new DomainError('failed-precondition', 'This slot is closed; the next one is a fresh chance.');
  }
}

function firstVersion(input: CheckInInput, slot: Slot, podId: string | null, now: Date): CheckIn {
  return {
    ...said(input),
    id: slot.id,
    slotId: slot.id,
    sprintId: slot.sprintId,
    memberId: slot.memberId,
    podId,
    day: slot.label,
    isLate: now > slot.dueAt,
    capturedAt: new Date(input.capturedAt),
    receivedAt: now,
    version: 1,
    schemaVersion: SCHEMA_VERSION,
  };
}

function nextVersion(existing: CheckIn, input: CheckInInput, slot: Slot, now: Date): CheckIn {
  const version = { ...existing, ...said(input), version: existing.version + 1 };
  // A rest reported in time does not buy time for an effort reported later.
  if (existing.status !== 'rest' || input.status === 'rest') return version;
  return { ...version, isLate: now > slot.dueAt, capturedAt: new Date(input.capturedAt), receivedAt: now };
}

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
