import { defer, from, type Observable, switchMap } from 'rxjs';
import { type Clause, type Fields, type Shape } from './clauses';
import type * as FirestoreSdk from './firestore-sdk';

let loaded: typeof FirestoreSdk | undefined;
/** Kept, as `import()` of what is there already takes a task all the same, and after a click that waits for a paint. */
const sdk = async () => (loaded ??= await import('./firestore-sdk'));

/**
 * The document at `path` now and after each change; `null` when there is none. A document that does
 * not parse, or that the rules hide, is an error on the stream. Unsubscribing ends the listener.
 */
export const listenDoc = <T>(schema: Shape<T>, path: string): Observable<T | null> =>
  defer(() => from(sdk())).pipe(switchMap((firestore) => firestore.listenDoc(schema, path)));

/** The documents of a collection that fit the clauses, now and after each change. */
export const listenQuery = <T>(schema: Shape<T>, path: string, ...clauses: Clause[]): Observable<T[]> =>
  defer(() => from(sdk())).pipe(switchMap((firestore) => firestore.listenQuery(schema, path, clauses)));

/**
 * Direct writes. On this device listeners see them at once, also offline; the promise resolves when
 * the server has them, and rejects when the rules refuse (the SDK then takes the change back).
 */
export const setAt = async (path: string, fields: Fields) => (await sdk()).setAt(path, fields);
export const changeAt = async (path: string, fields: Fields) => (await sdk()).changeAt(path, fields);
export const removeAt = async (path: string) => (await sdk()).removeAt(path);
/** As the server has it now, at a billed read; null where there is none, or an own write to it is on its way. */
export const readAt = async <T>(schema: Shape<T>, path: string): Promise<T | null> =>
  (await sdk()).readAt(schema, path);
/** Whether this device keeps the document, without asking the server. */
export const isKept = async (path: string): Promise<boolean> => (await sdk()).isKept(path);
export const forgetKept = async () => (await sdk()).forgetKept();
