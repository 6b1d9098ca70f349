import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { type Browser, type Page } from 'playwright-core';
import { HOST, originOf } from '../../../local/src/ports';
import { AGENDA_IDS } from './given-session';
import { editInPeer, inPeer, peerPage } from './peer-page';
import { newContext, newTimes, type Side } from './side';
import { type SocketProgram } from './socket-programs';

const ESBUILD = join(import.meta.dirname, '..', '..', '..', 'node_modules', '.bin', 'esbuild');

export interface SocketSide extends Side {
  close(): Promise<void>;
}

/** Starts the peer's server in a process of its own, as the emulator has one, and opens its page for everybody. */
export async function socketSide(
  browser: Browser,
  program: SocketProgram,
  p: { folder: string; port: number; size: number },
): Promise<SocketSide> {
  const server = await startServer(program, p.folder, p.port);
  const site = await servePage(bundled(program, p.folder), p.port + 1);
  const pages: Page[] = [];
  for (let place = 0; place < p.size; place += 1) {
    const page = await (await newContext(browser)).newPage();
    await page.goto(originOf(p.port + 1));
    await page.waitForFunction(() => 'peer' in window);
    await inPeer(page, 'join', `ws://${HOST}:${p.port}`);
    if (place === 0) await inPeer(page, 'fill', AGENDA_IDS);
    pages.push(page);
  }
  return {
    pages,
    edit: editInPeer,
    times: newTimes(),
    close: async () => {
      site.close();
      await ended(server);
    },
  };
}

async function startServer({ name, server }: SocketProgram, folder: string, port: number): Promise<ChildProcess> {
  const args = ['--input-type=module', '--eval', server, String(port)];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((ready, failed) => {
    child.stdout.once('data', () => ready());
    child.once('exit', (code) => failed(new Error(`${name} ended with ${code}.`)));
  });
  return child;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL'); // it holds nothing that is worth a farewell
  await gone;
}

/** Run in the folder of the packages, so that the page's imports are found there. */
const bundled = ({ page }: SocketProgram, folder: string): string =>
  execFileSync(ESBUILD, ['--bundle', '--format=iife', '--minify'], { cwd: folder, input: page, encoding: 'utf8' });

async function servePage(script: string, port: number): Promise<Server> {
  const page = peerPage('Peer', '<script src="/page.js"></script>');
  const server = createServer((request, response) => {
    const isScript = request.url === '/page.js';
    response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html; charset=utf-8' });
    response.end(isScript ? script : page);
  });
  await new Promise<void>((ready, failed) => {
    server.once('error', failed);
    server.listen(port, HOST, () => ready());
  });
  return server;
}
