import { type Observable } from 'rxjs';
import * as z from 'zod';
import { SERVER_TIME, where } from './clauses';
import { changeAt, listenDoc, listenQuery } from './firestore-sdk';

interface Heard {
  readonly next: (snapshot: unknown) => void;
  readonly error: (error: Error) => void;
}
const stop = jest.fn();
const heard: Heard[] = [];
const updateDoc = jest.fn();
jest.mock('./firebase-app', () => ({ firebaseApp: () => Promise.resolve({}) }));
jest.mock('../platform/platform', () => ({ PLATFORM: { connectFirestore: () => Promise.resolve() } }));
jest.mock('firebase/firestore', () => ({
  initializeFirestore: () => ({}),
  persistentLocalCache: () => ({}),
  persistentMultipleTabManager: () => ({}),
  doc: (_db: unknown, path: string) => ({ type: 'document', path }),
  collection: (_db: unknown, path: string) => ({ type: 'collection', path }),
  query: (from: { path: string }) => ({ type: 'query', path: from.path }),
  where: () => ({}),
  serverTimestamp: () => 'the server fills it in',
  updateDoc: (...args: unknown[]) => updateDoc(...args),
  onSnapshot: (...args: unknown[]) => {
    heard.push(args.at(-1) as Heard);
    return stop;
  },
}));

const Thing = z.object({ id: z.string(), at: z.date(), inner: z.object({ list: z.array(z.date()) }) });
const AT = new Date('2026-11-24T12:00:00Z');
const stamp = { toDate: () => AT };
const snapshot = (id: string, data: object | undefined, fromCache = false) => ({
  id,
  exists: () => data !== undefined,
  data: () => data,
  metadata: { fromCache },
});
const stored = { at: stamp, inner: { list: [stamp] } };
const news = (type: 'added' | 'modified' | 'removed', doc: unknown) => ({ type, doc });
const found = (docs: unknown[], changes = docs.map((doc) => news('added', doc))) => ({
  docs,
  docChanges: () => changes,
});
const listenTo = async <T>(stream: Observable<T>) => {
  const seen: unknown[] = [];
  const subscription = stream.subscribe({ next: (value) => seen.push(value), error: (error) => seen.push(error) });
  await new Promise((done) => setTimeout(done, 0));
  return { seen, subscription, server: heard.at(-1) as Heard };
};

describe('listening to a document', () => {
  it('makes dates of timestamps at any depth and takes the id from the place', async () => {
    const { seen, server } = await listenTo(listenDoc(Thing, 'things/t1'));
    server.next(snapshot('t1', stored));
    expect(seen).toEqual([{ id: 't1', at: AT, inner: { list: [AT] } }]);
  });

  it('says "none" only when the server said so, and each news once', async () => {
    const { seen, server } = await listenTo(listenDoc(Thing, 'things/t1'));
    server.next(snapshot('t1', undefined, true));
    expect(seen).toEqual([]);
    server.next(snapshot('t1', undefined));
    server.next(snapshot('t1', stored, true));
    server.next(snapshot('t1', stored));
    expect(seen).toEqual([null, expect.objectContaining({ id: 't1' })]);
  });

  it('ends with an error when the document is not of the shape, and stops listening', async () => {
    stop.mockClear();
    const { seen, server } = await listenTo(listenDoc(Thing, 'things/t1'));
    server.next(snapshot('t1', { at: 'yesterday' }));
    expect(seen).toEqual([expect.any(z.ZodError)]);
    expect(stop).toHaveBeenCalledTimes(1);
  });

  it('stops when nobody looks any more', async () => {
    stop.mockClear();
    const { subscription } = await listenTo(listenDoc(Thing, 'things/t1'));
    subscription.unsubscribe();
    expect(stop).toHaveBeenCalledTimes(1);
  });
});

describe('listening to a query', () => {
  it('gives every document, and the refusal of the rules as an error', async () => {
    const { seen, server } = await listenTo(listenQuery(Thing, 'things', [where('id', '==', 't1')]));
    server.next(found([snapshot('t1', stored), snapshot('t2', stored)]));
    server.error(new Error('permission-denied'));
    expect(seen).toEqual([
      [expect.objectContaining({ id: 't1' }), expect.objectContaining({ id: 't2' })],
      new Error('permission-denied'),
    ]);
  });
});

describe('news of a query', () => {
  const [first, second, third] = ['t1', 't2', 't3'].map((id) => snapshot(id, stored));

  it('touch only what they are about: the rest stays the same objects, in the order that the server gives', async () => {
    const { seen, server } = await listenTo(listenQuery(Thing, 'things', []));
    server.next(found([first, second]));
    const changed = snapshot('t2', { at: stamp, inner: { list: [] } });
    server.next(found([third, changed, first], [news('modified', changed), news('added', third)]));
    const [before = [], after = []] = seen as { id: string; inner: object }[][];
    expect(after.map(({ id }) => id)).toEqual(['t3', 't2', 't1']);
    expect(after[2]).toBe(before[0]);
    expect(after[1]).toMatchObject({ id: 't2', inner: { list: [] } });
  });

  it('take away what is gone, and bring it back anew', async () => {
    const { seen, server } = await listenTo(listenQuery(Thing, 'things', []));
    server.next(found([first, second]));
    server.next(found([second], [news('removed', first)]));
    server.next(found([first, second], [news('added', first)]));
    expect((seen as { id: string }[][]).map((things) => things.map(({ id }) => id))).toEqual([
      ['t1', 't2'],
      ['t2'],
      ['t1', 't2'],
    ]);
  });

  it('end with an error where what changed is not of the shape', async () => {
    const { seen, server } = await listenTo(listenQuery(Thing, 'things', []));
    server.next(found([first]));
    const changed = snapshot('t1', { at: 'yesterday' });
    server.next(found([changed], [news('modified', changed)]));
    expect(seen).toEqual([[expect.objectContaining({ id: 't1' })], expect.any(z.ZodError)]);
  });
});

describe('a write', () => {
  it('leaves the time to the server', async () => {
    await changeAt('things/t1', { title: 'new', editedAt: SERVER_TIME });
    expect(updateDoc).toHaveBeenCalledWith(expect.objectContaining({ path: 'things/t1' }), {
      title: 'new',
      editedAt: 'the server fills it in',
    });
  });
});
