import {
  collection,
  clearIndexedDbPersistence,
  deleteDoc,
  deleteField,
  doc,
  type DocumentData,
  type DocumentReference,
  type DocumentSnapshot,
  type Firestore,
  getDocFromCache,
  getDocFromServer,
  initializeFirestore,
  limit,
  onSnapshot,
  orderBy,
  persistentLocalCache,
  persistentMultipleTabManager,
  type Query,
  query,
  type QueryConstraint,
  type QueryDocumentSnapshot,
  type QuerySnapshot,
  serverTimestamp,
  setDoc,
  terminate,
  updateDoc,
  where,
} from 'firebase/firestore';
import { distinctUntilChanged, filter, from, map, Observable, switchMap } from 'rxjs';
import { PLATFORM } from '../platform/platform';
import { type Clause, type Fields, NO_FIELD, SERVER_TIME, type Shape } from './clauses';
import { firebaseApp } from './firebase-app';

let database: Promise<Firestore> | undefined;

/** Kept in IndexedDB and shared by all tabs; where the browser refuses that, the SDK keeps it in memory. */
function firestore(): Promise<Firestore> {
  database ??= openFirestore();
  database.catch(() => (database = undefined));
  return database;
}

async function openFirestore(): Promise<Firestore> {
  const db = initializeFirestore(await firebaseApp(), {
    localCache: persistentLocalCache({ tabManager: persistentMultipleTabManager() }),
  });
  await PLATFORM.connectFirestore(db);
  return db;
}

/** The only caller of `onSnapshot`. Metadata changes are heard so that "not there" can be told from "not known yet". */
function listen(target: DocumentReference): Observable<DocumentSnapshot>;
function listen(target: Query): Observable<QuerySnapshot>;
function listen(target: DocumentReference | Query): Observable<DocumentSnapshot | QuerySnapshot> {
  return new Observable((seen) => {
    const observer = {
      next: (snapshot: DocumentSnapshot | QuerySnapshot) => seen.next(snapshot),
      error: (error: Error) => seen.error(error),
    };
    return target.type === 'document'
      ? onSnapshot(target, { includeMetadataChanges: true }, observer)
      : onSnapshot(target, observer);
  });
}

/** A document that the cache lacks is unknown until the server has said so; then it is `null`. */
export const listenDoc = <T>(schema: Shape<T>, path: string): Observable<T | null> =>
  from(firestore()).pipe(
    switchMap((db) => listen(doc(db, path))),
    filter((snapshot) => snapshot.exists() || !snapshot.metadata.fromCache),
    map((snapshot) => (snapshot.exists() ? fieldsOf(snapshot) : null)),
    distinctUntilChanged((a, b) => JSON.stringify(a) === JSON.stringify(b)), // metadata alone is no news
    map((fields) => (fields ? schema.parse(fields) : null)),
  );

export const listenQuery = <T>(schema: Shape<T>, path: string, clauses: readonly Clause[]): Observable<T[]> =>
  from(firestore()).pipe(
    switchMap((db) => listen(query(collection(db, path), ...clauses.map(constraint)))),
    map(inTurn(schema)),
  );

/** Only what changed is read and checked anew: the rest stays the same objects, so nothing is worked out from them again. */
function inTurn<T>(schema: Shape<T>): (snapshot: QuerySnapshot) => T[] {
  const known = new Map<string, T>();
  return (snapshot) => {
    for (const { type, doc: changed } of snapshot.docChanges())
      if (type === 'removed') known.delete(changed.id);
      else known.set(changed.id, schema.parse(fieldsOf(changed)));
    return snapshot.docs.flatMap(({ id }) => known.get(id) ?? []);
  };
}

/** Each write resolves when the server has it; the listeners of this device see it at once. */
export const setAt = async (path: string, fields: Fields): Promise<void> =>
  setDoc(doc(await firestore(), path), forTheSdk(fields));
export const changeAt = async (path: string, fields: Fields): Promise<void> =>
  updateDoc(doc(await firestore(), path), forTheSdk(fields));
export const removeAt = async (path: string): Promise<void> => deleteDoc(doc(await firestore(), path));

/** Once, from the server. Until it has an own write, the SDK would answer with this device's clock in its place. */
export async function readAt<T>(schema: Shape<T>, path: string): Promise<T | null> {
  const snapshot = await getDocFromServer(doc(await firestore(), path));
  return snapshot.exists() && !snapshot.metadata.hasPendingWrites ? schema.parse(fieldsOf(snapshot)) : null;
}

export const isKept = async (path: string): Promise<boolean> =>
  getDocFromCache(doc(await firestore(), path)).then(
    (snapshot) => snapshot.exists(),
    () => false, // it was never here
  );

/** Forgets what this device kept of the member; other open tabs make the browser refuse, and it is kept then. */
export async function forgetKept(): Promise<void> {
  const db = await firestore();
  await terminate(db);
  await clearIndexedDbPersistence(db).catch(() => undefined);
}

function constraint(clause: Clause): QueryConstraint {
  switch (clause.kind) {
    case 'where':
      return where(clause.field, clause.operator, clause.value);
    case 'order':
      return orderBy(clause.field, clause.direction);
    case 'limit':
      return limit(clause.count);
  }
}

const fieldsOf = (snapshot: DocumentSnapshot | QueryDocumentSnapshot): DocumentData => ({
  id: snapshot.id,
  ...datesIn(snapshot.data({ serverTimestamps: 'estimate' }) ?? {}),
});

/** Timestamps to `Date`, at any depth; looked for by shape, as the SDKs' classes differ. */
function datesIn(fields: DocumentData): DocumentData {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, dateIn(value)]));
}

function dateIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(dateIn);
  if (typeof value !== 'object' || value === null) return value;
  if ('toDate' in value && typeof value.toDate === 'function') return value.toDate();
  return datesIn(value);
}

const forTheSdk = (fields: Fields): DocumentData =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, valueForTheSdk(value)]));

function valueForTheSdk(value: unknown): unknown {
  if (value === SERVER_TIME) return serverTimestamp();
  return value === NO_FIELD ? deleteField() : value;
}
