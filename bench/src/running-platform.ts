import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { originOf } from '../../local/src/ports';

const ROOT = join(import.meta.dirname, '..', '..');
const START_LIMIT_MS = 20 * 60_000; // a first start installs and builds

/** Uses the local platform that runs at this block of ports, or starts one for the time of the work. */
export async function withPlatform<T>(portBase: number, work: () => Promise<T>): Promise<T> {
  const isRunning = await fetch(`${originOf(portBase)}/app-config.json`).then(
    (answer) => answer.ok,
    () => false,
  );
  if (isRunning) return work();
  const platform = await start(portBase);
  try {
    return await work();
  } finally {
    await stop(platform);
  }
}

async function start(portBase: number): Promise<ChildProcess> {
  process.stderr.write(`Starting the local platform at port ${portBase} …\n`);
  const platform = spawn('node', ['local/start.mjs'], {
    cwd: ROOT,
    env: { ...process.env, PODMATES_PORT: String(portBase) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((ready, failed) => {
    const late = setTimeout(() => failed(new Error('The local platform was not ready in time.')), START_LIMIT_MS);
    const settle = (done: () => void) => {
      clearTimeout(late);
      done();
    };
    platform.stdout.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('Podmates is ready at')) settle(ready);
    });
    platform.on('exit', (code) => settle(() => failed(new Error(`The local platform ended with ${code}.`))));
  });
  return platform;
}

async function stop(platform: ChildProcess): Promise<void> {
  if (platform.exitCode !== null) return;
  const gone = new Promise((resolve) => platform.on('exit', resolve));
  platform.kill('SIGINT');
  await gone;
}
