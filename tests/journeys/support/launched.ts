import { type ChildProcess, spawn } from 'node:child_process';
import { descendants, isAlive, processTable } from '../../../local/src/processes/owned-processes';

const START_LIMIT_MS = 150_000; // without built outputs it builds first
const LOOK_EVERY_MS = 100;

/** A command that starts the platform, as somebody types it into a terminal. */
export class Launched {
  private readonly child: ChildProcess;
  private readonly ended: Promise<unknown>;
  private started: readonly number[] = [];
  private said = '';

  constructor(p: { folder: string; port: number; command: readonly [string, ...string[]] }) {
    const [program, ...args] = p.command;
    this.child = spawn(program, args, {
      cwd: p.folder,
      detached: true, // a group of its own, as a terminal gives one to each command
      env: { ...process.env, PODMATES_PORT: String(p.port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.ended = new Promise((resolve) => this.child.once('exit', resolve));
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (chunk: Buffer) => (this.said += chunk.toString()));
  }

  /** Waits for a line on the terminal. @throws Error with all that was said instead */
  async says(line: string): Promise<void> {
    const until = Date.now() + START_LIMIT_MS;
    while (!this.said.includes(line)) {
      if (this.hasEnded || Date.now() > until) throw new Error(`"${line}" was not said, but:\n${this.said}`);
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }

  /** The command and everything below it, by the parents that the system names. */
  processes(): number[] {
    return [this.id, ...descendants(processTable(), this.id)];
  }

  /** Ctrl-C: the terminal sends it to the whole group. */
  interrupt(): Promise<void> {
    return this.signal(-this.id, 'SIGINT');
  }

  /** The signal for the command alone, as another program sends it. */
  interruptAlone(): Promise<void> {
    return this.signal(this.id, 'SIGINT');
  }

  /** Nobody gets to tidy up. */
  kill(): Promise<void> {
    return this.signal(-this.id, 'SIGKILL');
  }

  /** However a test went: nothing of it stays. */
  async end(): Promise<void> {
    if (!this.hasEnded) await this.interrupt();
    for (const pid of stillAlive(this.started)) process.kill(pid, 'SIGKILL');
  }

  private async signal(target: number, signal: NodeJS.Signals): Promise<void> {
    this.started = this.processes();
    process.kill(target, signal);
    await this.ended;
  }

  private get id(): number {
    if (this.child.pid === undefined) throw new Error('The command did not start.');
    return this.child.pid;
  }

  private get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }
}

/** Those of these processes that still run. */
export const stillAlive = (pids: readonly number[]): number[] => pids.filter(isAlive);
