import { type Firestore } from 'firebase-admin/firestore';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { type LocalClock } from '../clock/local-clock';
import { type Driver } from '../driver/driver';
import { ROOT } from '../paths';
import { HOST, originOf, type PortBlock } from '../ports';
import { aimOf, ClockMove, MoveRefused } from './clock-moves';
import { clockState, deskState } from './desk-state';
import { inboxPage } from './inbox-page';
import { signInPage } from './sign-in-page';

const PUBLIC = join(ROOT, 'local', 'src', 'desk', 'public');
const FILES: Record<string, string> = {
  '/desk.css': 'text/css; charset=utf-8',
  '/inbox.js': 'text/javascript; charset=utf-8',
  '/sign-in.js': 'text/javascript; charset=utf-8',
};
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

export interface Desk {
  close(): Promise<void>;
}

interface DeskParts {
  readonly db: Firestore;
  readonly clock: LocalClock;
  readonly driver: Driver;
  readonly ports: PortBlock;
}

/** The local inbox, the sign-in page and the clock, on one small server of their own. */
export async function openDesk(parts: DeskParts): Promise<Desk> {
  const server = createServer((request, response) => {
    answer(parts, request, response).catch((error: unknown) => {
      send(response, error instanceof MoveRefused ? 409 : 500, { message: String((error as Error).message) });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(parts.ports.desk, HOST, resolve);
  });
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(parts: DeskParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', originOf(parts.ports.desk));
  const route = `${request.method} ${pathname}`;
  const type = FILES[pathname];
  if (type) return sendText(response, 200, type, readFileSync(join(PUBLIC, pathname), 'utf8'));
  if (route === 'GET /') return sendHtml(response, 200, inboxPage());
  if (route === 'GET /state') return send(response, 200, await deskState(parts.db, parts.clock));
  if (route === 'GET /clock') return send(response, 200, clockState(parts.clock));
  if (route === 'POST /clock') return moveClock(parts, request, response);
  if (route === 'GET /sign-in') {
    const html = signInPage(searchParams, webOrigins(parts.ports));
    if (html) return sendHtml(response, 200, html);
    return send(response, 400, { message: 'This page is opened by the sign-in buttons of the local web app.' });
  }
  send(response, 404, { message: 'There is nothing here.' });
}

const webOrigins = ({ hosting }: PortBlock) => [originOf(hosting), `http://localhost:${hosting}`];

async function moveClock(parts: DeskParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const origin = request.headers.origin;
  if (origin !== undefined && !isOwn(origin, parts.ports)) return send(response, 403, { message: 'Not from there.' });
  const move = ClockMove.safeParse(await jsonOf(request));
  if (!move.success) return send(response, 400, { message: 'Give one of: to, by, toNextSession, toNextSlot.' });
  await parts.driver.moveTo(await aimOf(move.data, { db: parts.db, now: parts.clock.now() }));
  send(response, 200, clockState(parts.clock));
}

const isOwn = (origin: string, { desk }: PortBlock) => [originOf(desk), `http://localhost:${desk}`].includes(origin);

async function jsonOf(request: IncomingMessage): Promise<unknown> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

const send = (response: ServerResponse, status: number, value: unknown) =>
  sendText(response, status, 'application/json; charset=utf-8', JSON.stringify(value));
const sendHtml = (response: ServerResponse, status: number, html: string) =>
  sendText(response, status, 'text/html; charset=utf-8', html);

function sendText(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { ...HEADERS, 'content-type': type });
  response.end(text);
}
