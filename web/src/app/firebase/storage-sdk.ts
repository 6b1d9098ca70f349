import { type FirebaseStorage, getStorage, ref, StorageError, uploadBytesResumable } from 'firebase/storage';
import { Observable } from 'rxjs';
import { PLATFORM } from '../platform/platform';
import { firebaseApp } from './firebase-app';

let opened: Promise<FirebaseStorage> | undefined;

function storage(): Promise<FirebaseStorage> {
  opened ??= openStorage();
  opened.catch(() => (opened = undefined));
  return opened;
}

async function openStorage(): Promise<FirebaseStorage> {
  const made = getStorage(await firebaseApp());
  await PLATFORM.connectStorage(made);
  return made;
}

/** Shares from 0 to 1, then completes; unsubscribing stops the upload. */
export const uploadTo = (path: string, file: Blob): Observable<number> =>
  new Observable((seen) => {
    let stop = () => undefined as unknown;
    storage().then(
      (opened) => {
        if (seen.closed) return;
        const task = uploadBytesResumable(ref(opened, path), file, { contentType: file.type });
        stop = () => task.cancel();
        task.on('state_changed', {
          next: (state) => seen.next(state.totalBytes ? state.bytesTransferred / state.totalBytes : 0),
          error: (error) => seen.error(error),
          complete: () => seen.complete(),
        });
      },
      (error: unknown) => seen.error(error),
    );
    return () => stop();
  });

/** The SDK's code without its prefix; null for anything that is not of the SDK. */
export const problemIn = (error: unknown): string | null =>
  error instanceof StorageError ? error.code.replace(/^storage\//, '') : null;
