import { Injectable } from '@angular/core';
import { proofPath } from '@podmates/domain';
import { concat, defer, from, map, type Observable, of, switchMap } from 'rxjs';

export type UploadNews =
  { readonly kind: 'progress'; readonly share: number } | { readonly kind: 'stored'; readonly path: string };

@Injectable({ providedIn: 'root' })
export class ProofFiles {
  /**
   * Uploads under a name of our own (the file's real name may say more than its owner wants). Emits
   * progress from 0 to 1, then where it lies; errors when refused. Unsubscribing stops it.
   */
  upload(memberId: string, slotId: string, file: File): Observable<UploadNews> {
    return defer(() => {
      const path = proofPath(memberId, slotId, `${crypto.randomUUID()}${extensionOf(file.name)}`);
      const shares = from(import('./storage-sdk')).pipe(switchMap((storage) => storage.uploadTo(path, file)));
      return concat(
        shares.pipe(map((share): UploadNews => ({ kind: 'progress', share }))),
        of<UploadNews>({ kind: 'stored', path }),
      );
    });
  }
}

const extensionOf = (name: string): string => /\.[a-z0-9]{1,5}$/i.exec(name)?.[0].toLowerCase() ?? '';
