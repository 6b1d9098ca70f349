import { Injectable } from '@angular/core';
import { isDelivered, type OutboxEntry } from './outbox-entry';

const DATABASE = 'podmates-check-ins';
const ENTRIES = 'entries';

/** The outbox in IndexedDB, files included. Where the browser forbids that, it lives as long as the page. */
@Injectable({ providedIn: 'root' })
export class OutboxStore {
  private readonly inMemory = new Map<string, OutboxEntry>();
  private opening: Promise<IDBDatabase | null> | undefined;

  /** False where nothing outlives the page; the form says so before the member relies on it. */
  readonly isDurable = async (): Promise<boolean> => (await this.database()) !== null;

  async all(): Promise<OutboxEntry[]> {
    const database = await this.database();
    if (!database) return [...this.inMemory.values()];
    const store = database.transaction(ENTRIES, 'readonly').objectStore(ENTRIES);
    // Only this class writes here, so what comes back is what was put.
    return answerOf(store.getAll() as IDBRequest<OutboxEntry[]>);
  }

  /** Resolves once the entry is on the disk. */
  async put(entry: OutboxEntry): Promise<void> {
    const database = await this.database();
    if (!database) return void this.inMemory.set(entry.clientMutationId, entry);
    const transaction = database.transaction(ENTRIES, 'readwrite', { durability: 'strict' });
    transaction.objectStore(ENTRIES).put(entry);
    return endOf(transaction);
  }

  async remove(clientMutationId: string): Promise<void> {
    const database = await this.database();
    if (!database) return void this.inMemory.delete(clientMutationId);
    const transaction = database.transaction(ENTRIES, 'readwrite');
    transaction.objectStore(ENTRIES).delete(clientMutationId);
    return endOf(transaction);
  }

  /** On signing out. What was not sent or was refused stays for this member's return: no other copy of it exists. */
  async removeDelivered(memberId: string): Promise<void> {
    const delivered = (await this.all()).filter((entry) => entry.memberId === memberId && isDelivered(entry));
    for (const entry of delivered) await this.remove(entry.clientMutationId);
  }

  private database(): Promise<IDBDatabase | null> {
    this.opening ??= open().catch(() => null);
    return this.opening;
  }
}

async function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(ENTRIES, { keyPath: 'clientMutationId' });
  return answerOf(request);
}

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB gave no answer.'));
  });

const endOf = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = transaction.onerror = () =>
      reject(transaction.error ?? new Error('IndexedDB did not keep the entry.'));
  });
