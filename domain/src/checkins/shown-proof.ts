import { type CheckIn, type FeedEvent, type ShownProof } from '../documents';

type FileProof = Extract<CheckIn['proof'], { kind: 'file' }>;
type ReadyProof = Extract<ShownProof, { state: 'ready' }>;

/** The file of a check-in that nobody has looked at yet; null when there is none, or it was looked at. */
export const fileToClean = ({ proof }: CheckIn): FileProof | null =>
  proof.kind === 'file' && proof.shown === undefined ? proof : null;

/** The check-in with what was made of its file; null when it has another file by now, or had this one's before. */
export function withShown(checkIn: CheckIn, path: string, shown: ShownProof): CheckIn | null {
  const waiting = fileToClean(checkIn);
  return waiting?.path === path ? { ...checkIn, proof: { ...waiting, shown } } : null;
}

/** What the pod's feed says of a check-in's file. */
export const proofInFeed = ({ slotId, proof, visibility }: CheckIn): FeedEvent['proof'] =>
  visibility === 'pod' && proof.kind === 'file' && proof.shown?.state === 'ready'
    ? { slotId, kind: proof.shown.kind }
    : undefined;

/**
 * What `viewerId` may see of this check-in's file: its own member always; who was in the pod when it came, while the
 * check-in is open to the pod and the two are not kept apart. Null: nothing, and nobody learns why.
 */
export function proofFor(checkIn: CheckIn, viewer: { id: string; isKeptApart: boolean }): ReadyProof | null {
  if (checkIn.proof.kind !== 'file' || checkIn.proof.shown?.state !== 'ready') return null;
  const { shown } = checkIn.proof;
  const isShared = checkIn.visibility === 'pod' && shown.sharedWith.includes(viewer.id) && !viewer.isKeptApart;
  return viewer.id === checkIn.memberId || isShared ? shown : null;
}
