import { type OutboxEntry } from './outbox-entry';

const DATABASE = 'podmates-check-ins';
export const ENTRIES = 'entries';
/** Bytes of waiting files by id: beside the entries, so that reading those moves no megabytes. */
export const CONTENTS = 'contents';

/** An entry of version 1, whose file lay in it, and whose turn was the time at which it was captured. */
type FirstEntry = Omit<OutboxEntry, 'place' | 'keepsFile' | 'file'> & {
  readonly file: { readonly kind: string; readonly file?: File; readonly clientMutationId?: string };
};

export const openDatabase = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 2);
    request.onupgradeneeded = ({ oldVersion }) => {
      request.result.createObjectStore(CONTENTS);
      if (oldVersion < 1) request.result.createObjectStore(ENTRIES, { keyPath: 'clientMutationId' });
      else if (request.transaction) bringOver(request.transaction);
    };
    request.onsuccess = () => {
      const database = request.result;
      database.onversionchange = () => database.close(); // a newer page must not wait for this one
      resolve(database);
    };
    request.onerror = () => reject(request.error ?? new Error('IndexedDB could not be opened.'));
    request.onblocked = () => reject(new Error('Another tab holds an older outbox open.'));
  });

function bringOver(transaction: IDBTransaction): void {
  const entries = transaction.objectStore(ENTRIES);
  const reading = entries.getAll() as IDBRequest<FirstEntry[]>;
  reading.onsuccess = () => {
    const inTurn = reading.result.sort((a, b) => (a.input.capturedAt < b.input.capturedAt ? -1 : 1));
    inTurn.forEach((entry, n) => {
      const { file, clientMutationId } = entry.file;
      const kept = { ...entry, place: n + 1, keepsFile: false };
      // Where an attached file lies was not kept; the check-in itself tells.
      const other = entry.file.kind === 'attached' ? { kind: 'none' } : entry.file;
      if (!file || !clientMutationId) return void entries.put({ ...kept, file: other });
      transaction.objectStore(CONTENTS).put(file, clientMutationId);
      const { name, type: contentType, size: bytes } = file;
      entries.put({ ...kept, file: { kind: 'waiting', clientMutationId, name, contentType, bytes, path: null } });
    });
  };
}
