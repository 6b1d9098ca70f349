import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { PEER_MARKS, peerPage } from './peer-page';

const SDK = join(import.meta.dirname, '..', '..', '..', 'node_modules', 'firebase');
/** The SDK's browser modules name each other by the address of Google's servers. */
const SDK_ORIGIN = /https:\/\/www\.gstatic\.com\/firebasejs\/[\d.]+\//g;
const MODULES = ['firebase-app.js', 'firebase-auth.js', 'firebase-firestore.js'];

/**
 * The peer: a page with nothing but the Firebase SDK. `enter` signs in and returns the uid (with
 * `isKept` the SDK keeps its cache on the disk, as the product's does), `listen` opens the
 * same query that the product's agenda opens, `edit` makes the same write that the product makes.
 */
const PAGE = peerPage(
  'Raw SDK',
  `<script type="module">
import { initializeApp } from '/firebase-app.js';
import { connectAuthEmulator, getAuth, GoogleAuthProvider, signInWithCredential } from '/firebase-auth.js';
import { collection, connectFirestoreEmulator, doc, initializeFirestore, onSnapshot, persistentLocalCache, persistentMultipleTabManager, query, serverTimestamp, updateDoc } from '/firebase-firestore.js';
${PEER_MARKS}
let db, uid, path, items;
window.peer = {
  async enter(config, account, isKept) {
    const app = initializeApp(config.firebase);
    const auth = getAuth(app);
    connectAuthEmulator(auth, config.emulators.auth.url, { disableWarnings: true });
    const localCache = persistentLocalCache({ tabManager: persistentMultipleTabManager() });
    db = initializeFirestore(app, isKept ? { localCache } : {});
    connectFirestoreEmulator(db, config.emulators.firestore.host, config.emulators.firestore.port);
    uid = (await signInWithCredential(auth, GoogleAuthProvider.credential(JSON.stringify(account)))).user.uid;
    return uid;
  },
  listen: (agenda) => new Promise((ready, failed) => {
    path = agenda;
    onSnapshot(query(collection(db, agenda)), (found) => {
      items = found.docs;
      for (const item of items) window.seen[item.data().title] ??= now();
      ready();
    }, failed);
  }),
  edit(itemId, title) {
    const seen = items.find((item) => item.id === itemId).data();
    const [rev, worded] = [seen.rev + 1, { by: uid, was: seen.title }];
    updateDoc(doc(db, path, itemId), { title, worded, rev, editedBy: uid, editedAt: serverTimestamp() });
  },
};
</script>`,
);

export async function serveRawPages(port: number): Promise<Server> {
  const server = createServer((request, response) => {
    const name = (request.url ?? '/').slice(1);
    if (!MODULES.includes(name)) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE);
      return;
    }
    readFile(join(SDK, name), 'utf8').then(
      (text) => response.writeHead(200, { 'content-type': 'text/javascript' }).end(text.replaceAll(SDK_ORIGIN, '/')),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((ready, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => ready());
  });
  return server;
}
