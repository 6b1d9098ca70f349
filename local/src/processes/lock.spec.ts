import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isHeld, type Lock, readLock, releaseLock, takeLock } from './lock';

const DEAD_PID = 2 ** 22 + 1; // above the highest id a Linux kernel gives
const lockOf = (pid: number, runId: string): Lock => ({ pid, runId, url: 'http://127.0.0.1:4000', startedAt: 'now' });

describe('the lock of a base port', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'podmates-lock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is taken once and released by its holder alone', () => {
    const mine = lockOf(process.pid, 'mine');
    expect(takeLock(folder, 4000, mine)).toEqual({ isTaken: true, left: null });
    releaseLock(folder, 4000, lockOf(process.pid, 'other'));
    expect(readLock(folder, 4000)).toEqual(mine);
    releaseLock(folder, 4000, mine);
    expect(readLock(folder, 4000)).toBeNull();
  });

  it('passes on what a killed platform left', () => {
    const dead = lockOf(DEAD_PID, 'dead');
    takeLock(folder, 4000, dead);
    expect(takeLock(folder, 4000, lockOf(process.pid, 'next'))).toEqual({ isTaken: true, left: dead });
  });

  it('is held by a living launcher, not by a process that got its number later', () => {
    expect(isHeld(lockOf(process.pid, 'a'), () => 'node --import tsx local/src/launch.ts')).toBe(true);
    expect(isHeld(lockOf(process.pid, 'a'), () => '/usr/bin/vim')).toBe(false);
    expect(isHeld(lockOf(DEAD_PID, 'a'), () => 'node local/src/launch.ts')).toBe(false);
  });

  it('is one per base port', () => {
    takeLock(folder, 4000, lockOf(process.pid, 'a'));
    expect(takeLock(folder, 5000, lockOf(process.pid, 'b'))).toEqual({ isTaken: true, left: null });
  });
});
