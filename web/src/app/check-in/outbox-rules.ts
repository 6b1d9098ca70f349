import { type CallableOutput, type CheckInInput, LIMITS } from '@podmates/domain';
import { CallRefused } from '../firebase';
import { type FileProof, type OutboxEntry, type WaitingFile } from './outbox-entry';

/** Bytes of files that wait on a device, in all: five of the largest. */
export const MOST_WAITING_BYTES = 5 * LIMITS.proofBytes;

/** What is to be written, in one transaction. */
export interface OutboxChange {
  readonly put?: readonly OutboxEntry[];
  readonly remove?: readonly string[];
  /** Bytes of a file that begins to wait. */
  readonly content?: { readonly id: string; readonly bytes: ArrayBuffer };
}

/** A call to be made for an entry: for its words, or for its file, which lies uploaded. */
export interface OutboxCall {
  readonly about: 'words' | 'file';
  readonly entry: OutboxEntry;
  readonly input: CheckInInput;
}

const isWaiting = ({ file }: OutboxEntry): boolean => file.kind === 'waiting';
const bytesOf = ({ file }: OutboxEntry): number => (file.kind === 'waiting' ? file.bytes : 0);
const ofSlot = (kept: readonly OutboxEntry[], { memberId, slotId }: OutboxEntry): OutboxEntry[] =>
  kept.filter((entry) => entry.memberId === memberId && entry.slotId === slotId);
const inTurn = (kept: readonly OutboxEntry[]): OutboxEntry[] => [...kept].sort((a, b) => a.place - b.place);

/**
 * The entry takes its turn behind all others. A file of the slot that still waits gives way, unless the entry keeps it.
 * @throws CallRefused `resource-exhausted`: more bytes would wait than this device keeps
 */
export function added(kept: readonly OutboxEntry[], entry: Omit<OutboxEntry, 'place'>): readonly OutboxEntry[] {
  const last = { ...entry, place: 1 + Math.max(0, ...kept.map(({ place }) => place)) };
  const outdated = entry.keepsFile ? [] : ofSlot(kept, last).filter(isWaiting);
  const others = kept.filter((other) => !outdated.includes(other));
  if (bytesOf(last) > 0 && [...others, last].reduce((sum, one) => sum + bytesOf(one), 0) > MOST_WAITING_BYTES)
    throw new CallRefused(
      'resource-exhausted',
      'Files of 50 MB wait on this device already, and it keeps no more. Check in without the file now, and add it later.',
    );
  return [...outdated.map((one): OutboxEntry => ({ ...one, file: { kind: 'replaced' } })), last];
}

/**
 * The next call for this member; null: nothing to be called for. Strictly in turn, so that no older version comes over
 * a newer one; a file that is not uploaded yet holds nobody up.
 */
export function nextCall(kept: readonly OutboxEntry[], memberId: string): OutboxCall | null {
  for (const entry of inTurn(kept)) {
    if (entry.memberId !== memberId) continue;
    if (entry.fate.kind === 'waiting') return { about: 'words', entry, input: withKeptFile(kept, entry) };
    const { file } = entry;
    if (entry.fate.kind !== 'received' || file.kind !== 'waiting' || file.path === null) continue;
    const input = { ...entry.input, clientMutationId: file.clientMutationId, proof: proofOf(file, file.path) };
    return { about: 'file', entry, input: { ...input, onlyFile: true } };
  }
  return null;
}

/** The oldest entry whose words are in and whose file is still to be uploaded. */
export const nextUpload = (
  kept: readonly OutboxEntry[],
  memberId: string,
): { entry: OutboxEntry; file: WaitingFile } | null => {
  for (const entry of inTurn(kept)) {
    const { file, fate } = entry;
    const isNext = entry.memberId === memberId && fate.kind === 'received';
    if (isNext && file.kind === 'waiting' && file.path === null) return { entry, file };
  }
  return null;
};

const proofOf = ({ contentType, bytes }: WaitingFile, path: string): FileProof => ({
  kind: 'file',
  path,
  contentType,
  bytes,
});

function withKeptFile(kept: readonly OutboxEntry[], entry: OutboxEntry): CheckInInput {
  if (!entry.keepsFile) return entry.input;
  const earlier = inTurn(ofSlot(kept, entry)).filter(({ place }) => place < entry.place);
  const file = earlier.findLast((one) => one.file.kind === 'attached')?.file;
  return file?.kind === 'attached' ? { ...entry.input, proof: file.proof } : entry.input;
}

/** The entry as it is kept by now, changed; nothing when it is gone. */
export const changedEntry = (
  kept: readonly OutboxEntry[],
  id: string,
  change: (entry: OutboxEntry) => OutboxEntry,
): OutboxChange => ({ put: kept.filter((entry) => entry.clientMutationId === id).map(change) });

export function answered(
  kept: readonly OutboxEntry[],
  { about, entry, input }: OutboxCall,
  { receivedAt, isLate, streak }: CallableOutput<'checkIn'>,
): OutboxChange {
  return changedEntry(kept, entry.clientMutationId, (now) => {
    if (about === 'words') return { ...now, fate: { kind: 'received', receivedAt, isLate, streak } };
    const isSame = now.file.kind === 'waiting' && now.file.clientMutationId === input.clientMutationId;
    return isSame && input.proof.kind === 'file' ? { ...now, file: { kind: 'attached', proof: input.proof } } : now;
  });
}

/** Without its check-in a file has nothing to be the proof of. */
export const refused = (
  kept: readonly OutboxEntry[],
  { about, entry }: Pick<OutboxCall, 'about' | 'entry'>,
  message: string,
): OutboxChange =>
  changedEntry(kept, entry.clientMutationId, (now) => {
    if (about === 'words') return { ...now, fate: { kind: 'refused', message }, file: { kind: 'none' } };
    return now.file.kind === 'waiting' ? { ...now, file: { kind: 'refused', message } } : now;
  });

export const uploadedTo = (kept: readonly OutboxEntry[], file: WaitingFile, path: string): OutboxChange => ({
  put: kept
    .filter((one) => one.file.kind === 'waiting' && one.file.clientMutationId === file.clientMutationId)
    .map((one) => ({ ...one, file: { ...file, path } })),
});
