import { createEnvironmentInjector, EnvironmentInjector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { IDBFactory } from 'fake-indexeddb';
import { anEntry, anInput, aWaitingFile, RECEIVED } from '../../testing/outbox-entries';
import { type OutboxEntry } from './outbox-entry';
import { OutboxStore } from './outbox-store';
import { Tabs } from './tabs';

const told = jest.fn();
/** A tab of its own over the disk that is there. */
const aStore = (): OutboxStore =>
  createEnvironmentInjector(
    [OutboxStore, { provide: Tabs, useValue: { tell: told } }],
    TestBed.inject(EnvironmentInjector),
  ).get(OutboxStore);
const bytes = new Uint8Array([1, 2, 3]).buffer;
const withFile = (id: string): OutboxEntry => anEntry(id, { fate: RECEIVED, file: aWaitingFile(`file-${id}`) });

describe('the outbox on the disk', () => {
  beforeEach(() => {
    told.mockReset();
    Object.defineProperty(globalThis, 'indexedDB', { value: new IDBFactory(), configurable: true });
  });
  afterEach(() => Reflect.deleteProperty(globalThis, 'indexedDB'));

  it('keeps entries and the bytes of their files for another page, and tells the other tabs', async () => {
    await aStore().change(() => ({ put: [withFile('a')], content: { id: 'file-a', bytes } }));
    expect(told).toHaveBeenCalledTimes(1);
    const later = aStore();
    expect(await later.all()).toEqual([withFile('a')]);
    expect([...new Uint8Array((await later.content('file-a')) as ArrayBuffer)]).toEqual([1, 2, 3]);
  });

  it.each<[string, (kept: readonly OutboxEntry[]) => object]>([
    ['is attached', (kept) => ({ put: kept.map((entry) => ({ ...entry, file: { kind: 'none' } })) })],
    ['goes with its entry', () => ({ remove: ['a'] })],
  ])('frees the bytes of a file once it %s', async (_, decide) => {
    const store = aStore();
    await store.change(() => ({ put: [withFile('a')], content: { id: 'file-a', bytes } }));
    await store.change(() => ({ put: [withFile('b')], content: { id: 'file-b', bytes } }));
    await store.change((kept) => decide(kept.filter(({ clientMutationId }) => clientMutationId === 'a')));
    expect(await store.content('file-a')).toBeNull();
    expect(await store.content('file-b')).not.toBeNull();
  });

  it('writes nothing when the change is refused', async () => {
    const store = aStore();
    await store.change(() => ({ put: [anEntry('a')] }));
    const refused = store.change(() => {
      throw new Error('too much');
    });
    await expect(refused).rejects.toThrow('too much');
    expect(await store.all()).toHaveLength(1);
  });

  it('loses no change of two tabs at once', async () => {
    const tabs = [aStore(), aStore()];
    const adding = Array.from({ length: 40 }, (_, n) =>
      tabs[n % 2]!.change((kept) => ({ put: [anEntry(`e${n}`, { place: kept.length })] })),
    );
    await Promise.all(adding);
    const places = (await tabs[0]!.all()).map(({ place }) => place).sort((a, b) => a - b);
    expect(places).toEqual(Array.from({ length: 40 }, (_, n) => n));
  });

  it('brings over what an earlier version of the app kept, in the order of its capture', async () => {
    const { place: _place, keepsFile: _keeps, ...first } = anEntry('old', { fate: RECEIVED });
    const file = new Blob(['abc'], { type: 'image/png' });
    const waiting = { kind: 'waiting', file: Object.assign(file, { name: 'me.png' }), clientMutationId: 'f' };
    const earlier = { ...first, clientMutationId: 'older', input: anInput({ capturedAt: '2026-11-24T08:00:00Z' }) };
    await new Promise<void>((done) => {
      const request = indexedDB.open('podmates-check-ins', 1);
      request.onupgradeneeded = () => request.result.createObjectStore('entries', { keyPath: 'clientMutationId' });
      request.onsuccess = () => {
        const transaction = request.result.transaction('entries', 'readwrite');
        transaction.objectStore('entries').put({ ...first, file: waiting });
        transaction.objectStore('entries').put({ ...earlier, file: { kind: 'attached' } });
        transaction.oncomplete = () => done(request.result.close());
      };
    });
    const store = aStore();
    const kept = new Map((await store.all()).map((entry) => [entry.clientMutationId, entry]));
    expect(kept.get('older')).toMatchObject({ place: 1, keepsFile: false, file: { kind: 'none' } });
    expect(kept.get('old')).toMatchObject({ place: 2, file: { kind: 'waiting', clientMutationId: 'f', path: null } });
    expect(await store.content('f')).not.toBeNull();
  });

  it('lives as long as the page where the browser keeps nothing', async () => {
    Reflect.deleteProperty(globalThis, 'indexedDB');
    const store = aStore();
    await store.change(() => ({ put: [withFile('a')], content: { id: 'file-a', bytes } }));
    expect([await store.isDurable(), await store.content('file-a')]).toEqual([false, bytes]);
    await store.change(() => ({ remove: ['a'] }));
    expect([await store.all(), await store.content('file-a')]).toEqual([[], null]);
  });
});
