import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import * as z from 'zod';
import { ROOT } from '../paths';
import { HOST, originOf, type PortBlock, PROJECT_ID, REGION } from '../ports';
import { EventPost, Faults, type Send } from './event-post';
import { framePage } from './frame-page';
import { type Participant, type RoomChange, Rooms } from './rooms';
import { type Admitted, verifyToken } from './verify-token';

const PUBLIC = join(ROOT, 'local', 'src', 'video', 'public');
const FILES: Readonly<Record<string, string>> = {
  '/external_api.js': 'text/javascript; charset=utf-8',
  '/frame.js': 'text/javascript; charset=utf-8',
  '/frame.css': 'text/css; charset=utf-8',
};
const ROOM_PATH = /^\/([a-z0-9-]{8,128})(\/stream|\/mute|\/leave|\/rejoin)?$/;
const MOST_BYTES = 10_000;
const Person = z.object({ id: z.string() });
const Mute = z.object({ id: z.string(), isMuted: z.boolean() });

export interface StandInParts {
  readonly now: () => Date;
  /** Who may show the frame. */
  readonly webOrigins: readonly string[];
  readonly send: Send;
}

/** Stands in for a Jitsi server: its script, its frame, its rooms, and the requests by which it tells who came and went. */
export class VideoStandIn {
  readonly post: EventPost;
  readonly rooms: Rooms;
  private readonly server: Server;
  private readonly guests = new Map<string, readonly Participant[]>();

  constructor(private readonly parts: StandInParts) {
    this.post = new EventPost(parts.now, parts.send);
    this.rooms = new Rooms(this.post.tell);
    this.server = createServer((request, response) => {
      this.answer(request, response).catch((error: unknown) => {
        if (!response.headersSent) this.text(response, 500, 'text/plain', String((error as Error).message));
      });
    });
  }

  listen(port: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, HOST, resolve);
    });
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }

  /** Whether a token lets somebody into a room now. */
  admits(token: string, room: string) {
    return verifyToken(token, room, this.parts.now());
  }

  /** Somebody without a browser comes in, such as a demo podmate. */
  enterGuest(room: string, admitted: Admitted): void {
    this.guests.set(room, [...this.guestsIn(room), this.rooms.enter(room, admitted)]);
  }

  leaveGuests(room: string): void {
    for (const { id } of this.guestsIn(room)) this.rooms.leave(room, id);
    this.guests.delete(room);
  }

  guestsIn(room: string): readonly Participant[] {
    return this.guests.get(room) ?? [];
  }

  /** They go and come again, as after a lost connection. */
  private rejoin(room: string): void {
    const before = this.guestsIn(room);
    this.leaveGuests(room);
    for (const guest of before) this.enterGuest(room, guest);
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', `http://${HOST}`);
    const type = FILES[pathname];
    if (request.method === 'GET' && this.post.faults.down) return this.text(response, 503, 'text/plain', 'Not now.');
    if (request.method === 'GET' && type)
      return this.text(response, 200, type, readFileSync(join(PUBLIC, pathname), 'utf8'));
    if (request.method === 'POST' && pathname === '/faults') {
      this.post.faults = Faults.parse(await jsonOf(request));
      return this.text(response, 204, 'text/plain', '');
    }
    if (request.method === 'GET' && pathname === '/sent')
      return this.text(response, 200, 'application/json', JSON.stringify(this.post.sent));
    const [, room, act = ''] = ROOM_PATH.exec(pathname) ?? [];
    if (room === undefined) return this.text(response, 404, 'text/plain', 'There is nothing here.');
    if (request.method === 'GET' && act === '') return this.text(response, 200, 'text/html', framePage());
    if (request.method === 'GET' && act === '/stream')
      return this.stream(response, room, searchParams.get('jwt') ?? '');
    if (request.method !== 'POST') return this.text(response, 405, 'text/plain', 'Not like this.');
    this.change(room, act, await jsonOf(request));
    this.text(response, 204, 'text/plain', '');
  }

  private change(room: string, act: string, body: unknown): void {
    if (act === '/mute') {
      const { id, isMuted } = Mute.parse(body);
      this.rooms.mute(room, id, isMuted);
    } else if (act === '/leave') this.rooms.leave(room, Person.parse(body).id);
    else if (act === '/rejoin') this.rejoin(room);
  }

  /** In the room for as long as the connection stands, as a browser is in a call. */
  private stream(response: ServerResponse, room: string, jwt: string): void {
    const admitted = this.admits(jwt, room);
    response.writeHead(200, { ...this.headers(), 'content-type': 'text/event-stream' });
    const say = (news: object) => response.write(`data: ${JSON.stringify(news)}\n\n`);
    if (!admitted) {
      say({ kind: 'refused' });
      return void response.end();
    }
    const earlier: RoomChange[] = [];
    let isIn = false;
    const person = this.rooms.enter(room, admitted, (change) => (isIn ? say(change) : earlier.push(change)));
    say({ kind: 'self', id: person.id, name: person.name });
    for (const change of earlier) say(change);
    isIn = true;
    response.on('close', () => this.rooms.leave(room, person.id));
  }

  private text(response: ServerResponse, status: number, type: string, text: string): void {
    response.writeHead(status, { ...this.headers(), 'content-type': type });
    response.end(text);
  }

  private headers(): Record<string, string> {
    const ancestors = this.parts.webOrigins.join(' ');
    return {
      'content-security-policy': `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-ancestors ${ancestors}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    };
  }
}

/** The stand-in of one local platform. */
export const localStandIn = (ports: PortBlock, now: () => Date): VideoStandIn =>
  new VideoStandIn({
    now,
    webOrigins: [originOf(ports.hosting), `http://localhost:${ports.hosting}`],
    send: async (body, signature) => {
      const url = `${originOf(ports.functions)}/${PROJECT_ID}/${REGION}/hearVideo`;
      const headers = { 'content-type': 'application/json', 'x-jaas-signature': signature };
      return (await fetch(url, { method: 'POST', headers, body })).status;
    },
  });

async function jsonOf(request: IncomingMessage): Promise<unknown> {
  let body = '';
  for await (const chunk of request) {
    body += String(chunk);
    if (body.length > MOST_BYTES) throw new Error('That is too much.');
  }
  return JSON.parse(body || '{}') as unknown;
}
