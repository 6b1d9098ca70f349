import { DomainError } from '../contracts';
import { type CoachDoc } from '../documents';

/** Each costs a document per reader; who changes a summary more often than this restores one of them. */
export const MOST_VERSIONS = 50;

/**
 * An earlier version once more, as the newest, for everybody who reads one; the newest itself stays as it is. `made` is
 * empty where there is nothing to do.
 * @throws DomainError `not-found`: there is no such version; `failed-precondition`: it is not ready, or was erased;
 * `resource-exhausted` after fifty versions
 */
export function restoredDocs(
  versions: readonly CoachDoc[],
  p: { readonly memberId: string; readonly version: number; readonly now: Date },
): { readonly version: number; readonly made: readonly CoachDoc[] } {
  const own = readBy(versions, p.memberId);
  const newest = newestOf(own);
  const wanted = own.find((one) => one.version === p.version);
  if (!newest || !wanted) throw new DomainError('not-found', 'There is no such version.');
  if (newest.status === 'working')
    throw new DomainError('failed-precondition', 'The summary is still being put together.');
  if (wanted.status !== 'ready') throw new DomainError('failed-precondition', 'That version was erased.');
  if (wanted === newest || newest.restoredFrom === p.version) return { version: newest.version, made: [] };
  const version = versionAfter(newest);
  const made = versions
    .filter((doc) => doc.version === p.version)
    .map((doc) => ({ ...asVersion(doc, version, p.now), restoredFrom: p.version, changedBy: null }));
  return { version, made };
}

/** @throws DomainError `resource-exhausted` */
export function versionAfter(newest: CoachDoc): number {
  if (newest.version >= MOST_VERSIONS)
    throw new DomainError('resource-exhausted', 'This summary was changed very often, and stays as it is now.');
  return newest.version + 1;
}

/** The same under another number, for the same readers. */
export const asVersion = (doc: CoachDoc, version: number, now: Date): CoachDoc => ({
  ...doc,
  id: doc.id.replace(/^v\d+/u, `v${version}`),
  version,
  createdAt: now,
});

/** The versions as one member of the session reads them. */
export const readBy = (versions: readonly CoachDoc[], memberId: string): CoachDoc[] =>
  versions.filter(({ readerIds }) => readerIds.includes(memberId));

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
