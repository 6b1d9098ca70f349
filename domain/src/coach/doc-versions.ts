import { DomainError } from '../contracts';
import { type CoachDoc } from '../documents';

/**
 * An earlier version once more, as the newest; the newest itself stays as it is.
 * @throws DomainError `not-found`: there is no such version; `failed-precondition`: it is not ready, or was erased
 */
export function restoredDoc(versions: readonly CoachDoc[], version: number, now: Date): CoachDoc {
  const newest = newestOf(versions);
  const wanted = versions.find((one) => one.version === version);
  if (!newest || !wanted) throw new DomainError('not-found', 'There is no such version.');
  if (newest.status === 'working')
    throw new DomainError('failed-precondition', 'The summary is still being put together.');
  if (wanted.status !== 'ready') throw new DomainError('failed-precondition', 'That version was erased.');
  if (wanted === newest || newest.restoredFrom === version) return newest;
  const next = newest.version + 1;
  return { ...wanted, id: `v${next}`, version: next, restoredFrom: version, createdAt: now };
}

export const newestOf = (versions: readonly CoachDoc[]): CoachDoc | undefined =>
  [...versions].sort((a, b) => b.version - a.version)[0];

/** A version without anything that was said. The first to erase it is the one who did. */
export const erasedDoc = (doc: CoachDoc, erased: NonNullable<CoachDoc['erased']>): CoachDoc =>
  doc.status === 'erased'
    ? doc
    : {
        ...doc,
        status: 'erased',
        progress: 'done',
        lines: [],
        presentIds: [],
        presence: [],
        agenda: [],
        carried: [],
        quiz: [],
        erased,
      };
