import { inject, Injectable } from '@angular/core';
import { isDelivered, type OutboxEntry } from './outbox-entry';
import { CONTENTS, ENTRIES, openDatabase } from './outbox-database';
import { type OutboxChange } from './outbox-rules';
import { Tabs } from './tabs';

/**
 * The outbox in IndexedDB, the bytes of waiting files included, shared by all tabs of the device. Where the browser
 * forbids that, it lives as long as the page.
 */
@Injectable({ providedIn: 'root' })
export class OutboxStore {
  private readonly tabs = inject(Tabs);
  private readonly inMemory = { entries: new Map<string, OutboxEntry>(), contents: new Map<string, ArrayBuffer>() };
  private opening: Promise<IDBDatabase | null> | undefined;

  /** False where nothing outlives the page; the form says so before the member relies on it. */
  readonly isDurable = async (): Promise<boolean> => (await this.database()) !== null;

  async all(): Promise<OutboxEntry[]> {
    const database = await this.database();
    if (!database) return [...this.inMemory.entries.values()];
    const store = database.transaction(ENTRIES, 'readonly').objectStore(ENTRIES);
    // Only this class writes here, so what comes back is what was put.
    return answerOf(store.getAll() as IDBRequest<OutboxEntry[]>);
  }

  /** The bytes of a waiting file; null when they are not here any more. */
  async content(id: string): Promise<BlobPart | null> {
    const database = await this.database();
    if (!database) return this.inMemory.contents.get(id) ?? null;
    const store = database.transaction(CONTENTS, 'readonly').objectStore(CONTENTS);
    return (await answerOf(store.get(id) as IDBRequest<BlobPart | undefined>)) ?? null;
  }

  /**
   * Reads, decides and writes as one, whatever other tabs do; resolves once it is on the disk, and tells them. Bytes
   * that no entry waits for are freed with it. What `decide` throws comes back, and nothing is written.
   */
  async change(decide: (kept: readonly OutboxEntry[]) => OutboxChange): Promise<void> {
    const database = await this.database();
    if (database) await changeOnDisk(database, decide);
    else this.changeInMemory(decide);
    this.tabs.tell();
  }

  /** On signing out. What was not sent or was refused stays for this member's return: no other copy of it exists. */
  removeDelivered(memberId: string): Promise<void> {
    return this.change((kept) => ({
      remove: kept
        .filter((entry) => entry.memberId === memberId && isDelivered(entry))
        .map(({ clientMutationId }) => clientMutationId),
    }));
  }

  private changeInMemory(decide: (kept: readonly OutboxEntry[]) => OutboxChange): void {
    const { entries, contents } = this.inMemory;
    const change = decide([...entries.values()]);
    for (const id of change.remove ?? []) entries.delete(id);
    for (const entry of change.put ?? []) entries.set(entry.clientMutationId, entry);
    if (change.content) contents.set(change.content.id, change.content.bytes);
    const awaited = filesAwaited([...entries.values()]);
    for (const id of contents.keys()) if (!awaited.has(id)) contents.delete(id);
  }

  private database(): Promise<IDBDatabase | null> {
    this.opening ??= openDatabase().catch(() => null);
    return this.opening;
  }
}

const changeOnDisk = (database: IDBDatabase, decide: (kept: readonly OutboxEntry[]) => OutboxChange): Promise<void> =>
  new Promise((resolve, reject) => {
    const transaction = database.transaction([ENTRIES, CONTENTS], 'readwrite', { durability: 'strict' });
    let problem: unknown;
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(problem ?? transaction.error ?? new Error('IndexedDB did not keep the entry.'));
    const reading = transaction.objectStore(ENTRIES).getAll() as IDBRequest<OutboxEntry[]>;
    reading.onsuccess = () => {
      try {
        write(transaction, reading.result, decide(reading.result));
      } catch (error) {
        problem = error;
        transaction.abort();
      }
    };
  });

function write(transaction: IDBTransaction, kept: readonly OutboxEntry[], change: OutboxChange): void {
  const [entries, contents] = [transaction.objectStore(ENTRIES), transaction.objectStore(CONTENTS)];
  const after = new Map(kept.map((entry) => [entry.clientMutationId, entry]));
  for (const id of change.remove ?? []) {
    entries.delete(id);
    after.delete(id);
  }
  for (const entry of change.put ?? []) {
    entries.put(entry);
    after.set(entry.clientMutationId, entry);
  }
  if (change.content) contents.put(change.content.bytes, change.content.id);
  const awaited = filesAwaited([...after.values()]);
  const ids = contents.getAllKeys();
  ids.onsuccess = () => ids.result.filter((id) => !awaited.has(String(id))).forEach((id) => contents.delete(id));
}

const filesAwaited = (kept: readonly OutboxEntry[]): Set<string> =>
  new Set(kept.flatMap(({ file }) => (file.kind === 'waiting' ? [file.clientMutationId] : [])));

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB gave no answer.'));
  });
