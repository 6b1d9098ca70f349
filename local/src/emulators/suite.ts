import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { StartProblem } from '../output';
import { NODE, ROOT, runFolder } from '../paths';
import { PROJECT_ID } from '../ports';
import { RUN_MARK } from '../processes/owned-processes';
import { type JavaShim } from './java-shim';

const READY_LINE = 'All emulators ready';
const READY_TIMEOUT_MS = 180_000;
const STOP_TIMEOUT_MS = 30_000;
const FIREBASE = join(ROOT, 'node_modules', 'firebase-tools', 'lib', 'bin', 'firebase.js');

export interface SuiteOptions {
  readonly base: number;
  readonly runId: string;
  readonly configFile: string;
  readonly shim: JavaShim;
  readonly only: readonly string[];
  /** A folder of an earlier export to begin with. */
  readonly importFrom: string | null;
}

/** The running emulators. `ended` settles when they stop, wanted or not. */
export interface Suite {
  readonly logFile: string;
  readonly ended: Promise<number | null>;
  stop(): Promise<void>;
}

/** Storage blobs and worker sockets lie in the temporary folder: one per platform, and short, for sockets' sake. */
export function temporaryFolder(base: number): string {
  const place = existsSync('/tmp') ? '/tmp' : tmpdir();
  const clone = createHash('sha256').update(ROOT).digest('hex').slice(0, 6);
  return join(place, `podmates-${clone}-${base}`);
}

function suiteEnvironment(options: SuiteOptions): NodeJS.ProcessEnv {
  const temporary = temporaryFolder(options.base);
  mkdirSync(temporary, { recursive: true });
  return {
    ...process.env,
    ...options.shim.env,
    PATH: [options.shim.folder, join(ROOT, 'node_modules', '.bin'), process.env['PATH']].join(delimiter),
    TMPDIR: temporary,
    [RUN_MARK]: options.runId,
    METADATA_SERVER_DETECTION: 'none',
    NO_UPDATE_NOTIFIER: '1',
  };
}

function suiteArguments(options: SuiteOptions): string[] {
  const imported = options.importFrom ? ['--import', options.importFrom] : [];
  const only = ['--only', options.only.join(',')];
  return ['emulators:start', '--project', PROJECT_ID, '--config', options.configFile, ...only, ...imported];
}

/** @throws StartProblem with the end of the log when the emulators do not come up. */
export async function startSuite(options: SuiteOptions): Promise<Suite> {
  const folder = runFolder(options.base);
  mkdirSync(folder, { recursive: true });
  const logFile = join(folder, 'emulators.log');
  rmSync(logFile, { force: true });
  // Its own group: a Ctrl-C in the terminal must reach it once, from us, or it skips saving.
  const child = spawn(NODE, [FIREBASE, ...suiteArguments(options)], {
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: suiteEnvironment(options),
  });
  const log = createWriteStream(logFile);
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  await untilReady(child, ended, logFile);
  return { logFile, ended, stop: () => stopSuite(child, ended) };
}

function untilReady(child: ChildProcess, ended: Promise<number | null>, logFile: string): Promise<void> {
  const problem = (what: string) =>
    new StartProblem(
      `${what} The end of ${logFile}:\n${readFileSync(logFile, 'utf8').trim().split('\n').slice(-25).join('\n')}`,
    );
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(problem('The emulators were not ready in time.')), READY_TIMEOUT_MS);
    child.stdout?.on('data', (chunk: Buffer) => {
      if (!chunk.toString('utf8').includes(READY_LINE)) return;
      clearTimeout(timer);
      resolve();
    });
    void ended.then((code) => {
      clearTimeout(timer);
      // The log is written behind the process's back; give its last lines a moment.
      setTimeout(() => reject(problem(`The emulators ended with code ${code}.`)), 200);
    });
  });
}

async function stopSuite(child: ChildProcess, ended: Promise<number | null>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGINT');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(timer);
}
