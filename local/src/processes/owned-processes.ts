import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { processIds } from './port-owner';

/** Every process of one run carries this variable, so it is recognised even when its parent is gone. */
export const RUN_MARK = 'PODMATES_RUN';

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Ended, but nobody collected it yet: it holds nothing any more. */
function isZombie(pid: number): boolean {
  try {
    return /^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

function carriesMark(pid: string, runId: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(`${RUN_MARK}=${runId}`);
  } catch {
    return false; // gone meanwhile, or somebody else's
  }
}

function parentOf(pid: string): string {
  try {
    return /\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1] ?? '';
  } catch {
    return ''; // gone meanwhile
  }
}

/** A row "pid ppid" for each process of the system; by `ps` where there is no /proc. */
export function processTable(): string {
  const ids = processIds();
  if (ids.length > 0) return ids.map((pid) => `${pid} ${parentOf(pid)}`).join('\n');
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
}

/** Children and their children of `rootPid`, from a table of processes. */
export function descendants(table: string, rootPid: number): number[] {
  const rows = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const children = (parent: number): number[] =>
    rows.filter(([, ppid]) => ppid === parent).flatMap(([pid = 0]) => [pid, ...children(pid)]);
  return children(rootPid);
}

/** All processes of a run apart from this one. Without /proc only those still below `rootPid` are found. */
export function processesOfRun(runId: string, rootPid: number): number[] {
  const ids = processIds();
  const found =
    ids.length > 0 ? ids.filter((pid) => carriesMark(pid, runId)).map(Number) : descendants(processTable(), rootPid);
  return found.filter((pid) => pid !== process.pid && isAlive(pid));
}

function send(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // gone meanwhile
    }
  }
}

/** Ends what is left of a run: asks first, then insists after `patienceMs`. Returns how many there were. */
export async function endProcessesOfRun(runId: string, rootPid: number, patienceMs = 3000): Promise<number> {
  const found = processesOfRun(runId, rootPid);
  send(found, 'SIGTERM');
  const deadline = Date.now() + patienceMs;
  while (found.some(isAlive) && Date.now() < deadline) await sleep(50);
  send(found.filter(isAlive), 'SIGKILL');
  return found.length;
}
