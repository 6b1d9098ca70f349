import { Injectable } from '@angular/core';
import { proofPath } from '@podmates/domain';
import { catchError, concat, defer, from, map, type Observable, of, switchMap, throwError } from 'rxjs';
import { CallRefused } from './callables';

export type UploadNews =
  { readonly kind: 'progress'; readonly share: number } | { readonly kind: 'stored'; readonly path: string };

@Injectable({ providedIn: 'root' })
export class ProofFiles {
  /**
   * Uploads under a name of our own (the file's real name may say more than its owner wants). Emits
   * progress from 0 to 1, then where it lies. Errors with `CallRefused`: `permission-denied` when the store does not
   * take the file, `unavailable` or `unauthenticated` when it may be tried again. Unsubscribing stops it.
   */
  upload(memberId: string, slotId: string, file: { blob: Blob; name: string }): Observable<UploadNews> {
    return defer(() => {
      const path = proofPath(memberId, slotId, `${crypto.randomUUID()}${extensionOf(file.name)}`);
      const shares = from(import('./storage-sdk')).pipe(
        switchMap((storage) =>
          storage
            .uploadTo(path, file.blob)
            .pipe(catchError((problem: unknown) => throwError(() => asRefusal(storage.problemIn(problem))))),
        ),
      );
      return concat(
        shares.pipe(map((share): UploadNews => ({ kind: 'progress', share }))),
        of<UploadNews>({ kind: 'stored', path }),
      );
    });
  }
}

/** Only what the rules of the store say is about the file; the rest is about the way there. */
function asRefusal(code: string | null): CallRefused {
  if (code === 'unauthorized')
    return new CallRefused('permission-denied', 'The file was not taken. Photos and text files up to 10 MB fit.');
  if (code === 'unauthenticated') return new CallRefused('unauthenticated', 'Please sign in again; the file is kept.');
  return new CallRefused('unavailable', 'The file is not up yet; it is tried again.');
}

const extensionOf = (name: string): string => /\.[a-z0-9]{1,5}$/i.exec(name)?.[0].toLowerCase() ?? '';
