import { PEER_MARKS } from './peer-page';

/** Two peers that are no Firestore: each a server, and a page that it serves. Nothing is checked and nothing is stored. */
export interface SocketProgram {
  readonly name: string;
  /** An ES module for Node. It listens at the port that is its last argument, and prints a line once it does. */
  readonly server: string;
  /**
   * An ES module for the browser, to be bundled. `peer.join` connects and resolves when the page has what the others
   * have, `peer.fill` makes the items, `peer.edit` gives one a title.
   */
  readonly page: string;
}

/** What they are made of, in one version each. */
export const SOCKET_PACKAGES = {
  '@hocuspocus/provider': '4.7.0',
  '@hocuspocus/server': '4.7.0',
  'y-protocols': '1.0.7',
  yjs: '13.6.33',
  ws: '8.23.0',
} as const;

/** Edits merge by Yjs; the server keeps the document in memory. */
export const hocuspocus: SocketProgram = {
  name: 'Hocuspocus',
  server: `
import { Server } from '@hocuspocus/server';
const server = new Server({ port: Number(process.argv.at(-1)), address: '127.0.0.1', quiet: true });
await server.listen();
console.log('listening');
`,
  page: `${PEER_MARKS}
import { HocuspocusProvider } from '@hocuspocus/provider';
import * as Y from 'yjs';
const document = new Y.Doc();
const agenda = document.getMap('agenda');
agenda.observeDeep(() => {
  for (const item of agenda.values()) window.seen[item.get('title')] ??= now();
});
window.peer = {
  join: (url) => new Promise((ready) => new HocuspocusProvider({ url, name: 'agenda', document, onSynced: () => ready() })),
  fill(ids) {
    for (const id of ids) agenda.set(id, new Y.Map([['title', id]]));
  },
  edit(id, title) {
    agenda.get(id).set('title', title);
  },
};
`,
};

/** The least there can be between two browsers: each message goes to everybody else as it is. */
export const relay: SocketProgram = {
  name: 'ws relay',
  server: `
import { WebSocketServer } from 'ws';
const server = new WebSocketServer({ port: Number(process.argv.at(-1)), host: '127.0.0.1' });
server.on('connection', (socket) => {
  socket.on('message', (text) => {
    for (const other of server.clients) if (other !== socket) other.send(String(text));
  });
});
server.on('listening', () => console.log('listening'));
`,
  page: `${PEER_MARKS}
const agenda = new Map();
let socket;
const keep = ({ id, title }) => {
  agenda.set(id, title);
  window.seen[title] ??= now();
};
window.peer = {
  join: (url) => new Promise((ready, failed) => {
    socket = new WebSocket(url);
    socket.onmessage = ({ data }) => keep(JSON.parse(data));
    socket.onopen = () => ready();
    socket.onerror = failed;
  }),
  fill(ids) {
    for (const id of ids) keep({ id, title: id });
  },
  edit(id, title) {
    keep({ id, title });
    socket.send(JSON.stringify({ id, title }));
  },
};
`,
};
