import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { NODE, ROOT } from './paths';
import { originOf, portBlock, type PortBlock } from './ports';

const READY_TIMEOUT_MS = 6 * 60_000;

export interface StartOptions {
  /** First port of the block. */
  readonly base: number;
  readonly fresh?: boolean;
  /** Every choice of the demo people follows from it. */
  readonly seed?: number;
  /** Without demo people nothing happens that the test does not do itself. */
  readonly people?: boolean;
}

export interface StartedPlatform {
  readonly url: string;
  readonly ports: PortBlock;
  /** Where the local inbox, the sign-in page and the clock are. */
  readonly deskUrl: string;
  /** Moves the local clock forward and waits until everything on the way has happened. Instants as ISO 8601 in UTC. */
  moveClock(move: ClockMove): Promise<{ now: string }>;
  /** Everything the platform said so far, for a failing test to show. */
  output(): string;
  stop(): Promise<void>;
}

/** `to`: ISO 8601 in UTC; `by`: minutes; otherwise to ten minutes before the member's next session, or to their next slot. */
export type ClockMove =
  | { to: string }
  | { by: number }
  | { toNextSession: true; memberId?: string }
  | { toNextSlot: true; memberId?: string };

/** Starts a platform of its own in another process, as `npm start` does. @throws Error with its output when it ends early */
export async function startPlatform(options: StartOptions): Promise<StartedPlatform> {
  const ports = portBlock(options.base);
  const args = [
    ...(options.fresh ? ['--fresh'] : []),
    ...(options.people === false ? ['--no-people'] : []),
    ...(options.seed === undefined ? [] : ['--seed', String(options.seed)]),
  ];
  const child = spawn(NODE, ['--import', 'tsx', join('local', 'src', 'launch.ts'), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, PODMATES_PORT: String(options.base) },
  });
  let output = '';
  const collect = (chunk: Buffer) => (output += chunk.toString('utf8'));
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`Not ready in time:\n${output}`)), READY_TIMEOUT_MS);
    child.once('message', () => resolve());
    void ended.then(() => reject(new Error(`The platform ended while it started:\n${output}`)));
    void ended.then(() => clearTimeout(timer));
    child.once('message', () => clearTimeout(timer));
  });
  const deskUrl = originOf(ports.desk);
  return {
    url: originOf(ports.hosting),
    ports,
    deskUrl,
    moveClock: (move) => postClock(deskUrl, move),
    output: () => output,
    stop: async () => {
      child.kill('SIGINT');
      await ended;
    },
  };
}

async function postClock(deskUrl: string, move: ClockMove): Promise<{ now: string }> {
  const answer = await fetch(`${deskUrl}/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(move),
  });
  if (!answer.ok) throw new Error(`The clock stays: ${await answer.text()}`);
  return (await answer.json()) as { now: string };
}
