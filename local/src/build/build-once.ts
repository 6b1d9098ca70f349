import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withProgress } from '../output';
import { STATE_FOLDER } from '../paths';
import { isAlive } from '../processes/owned-processes';
import { isFresh, sourcesHash, writeStamp } from './sources-stamp';

export interface BuildStep {
  readonly name: string;
  readonly label: string;
  readonly sources: readonly string[];
  /** A file that must exist after the build. */
  readonly result: string;
  run(): Promise<unknown>;
}

/** Builds only when the sources changed since the last time; two platforms starting at once build after each other. */
export async function buildOnce(step: BuildStep): Promise<void> {
  const isDone = (hash: string) => existsSync(step.result) && isFresh(step.name, hash);
  if (isDone(sourcesHash(step.sources))) return;
  await alone(step.name, async () => {
    const hash = sourcesHash(step.sources);
    if (isDone(hash)) return;
    await withProgress(step.label, () => step.run());
    writeStamp(step.name, hash);
  });
}

async function alone(name: string, work: () => Promise<void>): Promise<void> {
  const file = join(STATE_FOLDER, `building-${name}`);
  mkdirSync(STATE_FOLDER, { recursive: true });
  while (!tryLock(file)) await new Promise((resolve) => setTimeout(resolve, 500));
  try {
    await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function tryLock(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (!isAlive(holderOf(file))) rmSync(file, { force: true });
    return false;
  }
}

function holderOf(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8')) || process.pid; // empty: just being written
  } catch {
    return process.pid; // gone meanwhile: try again
  }
}
