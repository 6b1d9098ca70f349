import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');
const START_LIMIT_MS = 20 * 60_000; // the first start installs and builds

/** Base port of the journeys' own platform, so that one that runs for a person is left alone. */
export const BASE_PORT = Number(process.env['PODMATES_JOURNEY_PORT'] ?? 4200);
export const APP_URL = `http://127.0.0.1:${BASE_PORT}`;
export const DESK_URL = `http://127.0.0.1:${BASE_PORT + 10}`;

/** Starts the product by its own command and waits for the line that a person would wait for. */
export async function startPlatform(): Promise<ChildProcess> {
  mkdirSync(join(ROOT, '.podmates'), { recursive: true });
  const log = createWriteStream(join(ROOT, '.podmates/journeys.log'));
  const child = spawn('node', ['local/start.mjs', '--fresh'], {
    cwd: ROOT,
    env: { ...process.env, PODMATES_PORT: String(BASE_PORT) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stderr.pipe(log);
  await new Promise<void>((ready, failed) => {
    const timer = setTimeout(
      () => failed(new Error('The platform was not ready in time; see .podmates/journeys.log')),
      START_LIMIT_MS,
    );
    child.stdout.on('data', (chunk: Buffer) => {
      log.write(chunk);
      if (!chunk.toString().includes('Podmates is ready at')) return;
      clearTimeout(timer);
      ready();
    });
    child.on('exit', (code) => failed(new Error(`The platform ended with ${code}; see .podmates/journeys.log`)));
  });
  return child;
}

/** Ends it the way Ctrl-C does and waits until it is gone. */
export async function stopPlatform(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.on('exit', resolve));
  child.kill('SIGINT');
  await gone;
}
