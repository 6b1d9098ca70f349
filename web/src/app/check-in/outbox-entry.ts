import { type CheckInInput, type LocalDay, type Proof } from '@podmates/domain';

/**
 * A check-in as this device keeps it until the server has it. Firestore's own queue would drop one that
 * is refused, so check-ins have an outbox of their own, and each entry's fate stays visible.
 */
export interface OutboxEntry {
  readonly clientMutationId: string;
  readonly memberId: string;
  readonly slotId: string;
  readonly day: LocalDay;
  readonly input: CheckInInput;
  /** Its turn among all entries of the device. Not a time: the device's clock may be set back between two of them. */
  readonly place: number;
  /** A change of words while the file of an earlier entry was on its way: that file stays with the check-in. */
  readonly keepsFile: boolean;
  readonly fate: Fate;
  /** The file follows once the check-in itself counts (behaviour 7), as a version of its own. */
  readonly file: FileFate;
}

export type Fate =
  | { readonly kind: 'waiting' }
  /** Received and counted in one transaction, so one time tells both. */
  | { readonly kind: 'received'; readonly receivedAt: string; readonly isLate: boolean; readonly streak: number }
  | { readonly kind: 'refused'; readonly message: string };

export type FileProof = Extract<Proof, { kind: 'file' }>;

/** Its bytes lie beside the entries, under `clientMutationId`, for as long as it waits. */
export interface WaitingFile {
  readonly kind: 'waiting';
  readonly clientMutationId: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: number;
  /** Where it lies once it is uploaded; null before. */
  readonly path: string | null;
}

export type FileFate =
  | { readonly kind: 'none' }
  | WaitingFile
  | { readonly kind: 'attached'; readonly proof: FileProof }
  /** A later version came with something else. */
  | { readonly kind: 'replaced' }
  | { readonly kind: 'refused'; readonly message: string };

export const isUnsent = (entry: OutboxEntry): boolean =>
  entry.fate.kind === 'waiting' || (entry.fate.kind === 'received' && entry.file.kind === 'waiting');

/** The server has it, words and file; nothing is left to send. */
export const isDelivered = (entry: OutboxEntry): boolean => entry.fate.kind === 'received' && !isUnsent(entry);

const SHOWN_FOR_MS = 7 * 24 * 60 * 60 * 1000;

/** Only what the server has, or the member has read as refused, may ever be forgotten. */
export const mayBeForgotten = (entry: OutboxEntry, now: Date): boolean =>
  entry.fate.kind === 'received' &&
  isDelivered(entry) &&
  now.getTime() - Date.parse(entry.fate.receivedAt) > SHOWN_FOR_MS;
