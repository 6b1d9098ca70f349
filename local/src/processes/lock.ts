import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './owned-processes';
import { commandOf } from './port-owner';

/** Who runs the platform on a base port. */
export interface Lock {
  readonly pid: number;
  readonly runId: string;
  readonly url: string;
  readonly startedAt: string;
}

const lockFile = (folder: string, base: number) => join(folder, `lock-${base}.json`);

export function readLock(folder: string, base: number): Lock | null {
  try {
    return JSON.parse(readFileSync(lockFile(folder, base), 'utf8')) as Lock;
  } catch {
    return null;
  }
}

/** A number of a dead process may belong to something else by now; only one of ours counts. */
export function isHeld(lock: Lock, command: (pid: number) => string = commandOf): boolean {
  if (!isAlive(lock.pid)) return false;
  const line = command(lock.pid);
  return line === '' || line.includes('local/src/');
}

/**
 * Takes the lock, atomically. `holder` is the live platform that has it; `left` a dead one whose processes may remain.
 */
export function takeLock(
  folder: string,
  base: number,
  lock: Lock,
): { isTaken: true; left: Lock | null } | { isTaken: false; holder: Lock } {
  mkdirSync(folder, { recursive: true });
  const previous = readLock(folder, base);
  if (previous && isHeld(previous)) return { isTaken: false, holder: previous };
  rmSync(lockFile(folder, base), { force: true });
  try {
    writeFileSync(lockFile(folder, base), JSON.stringify(lock), { flag: 'wx' });
  } catch {
    return { isTaken: false, holder: readLock(folder, base) ?? lock };
  }
  return { isTaken: true, left: previous };
}

export function releaseLock(folder: string, base: number, lock: Lock): void {
  if (readLock(folder, base)?.runId === lock.runId) rmSync(lockFile(folder, base), { force: true });
}
