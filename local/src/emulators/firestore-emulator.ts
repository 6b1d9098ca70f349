import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CACHE_FOLDER } from '../paths';
import { runCommand } from '../processes/run-command';
import { say, StartProblem, withProgress } from '../output';
import { javaVersion, pathOf } from './java';

export const HIDANE_VERSION = '0.6.0';
const SETTING = 'PODMATES_FIRESTORE_EMULATOR';
const OFFICIAL_NEEDS_JAVA = 21;

/** Either a binary of hidane, or the official JAR that firebase-tools fetches by itself. */
export type FirestoreEmulator = { kind: 'hidane'; path: string; from: string } | { kind: 'official'; from: string };

/** What the search can see and do; a test gives its own. */
export interface Surroundings {
  readonly setting: string | undefined;
  readonly cached: string;
  exists(path: string): boolean;
  onPath(command: string): string | null;
  versionOf(path: string): string | null;
  javaVersion(): number | null;
  fromNpm(): Promise<string | null>;
  fromCargo(): Promise<string | null>;
}

/**
 * Where the Firestore emulator comes from, the cheapest place first. What is found without fetching is taken as it is.
 * @throws StartProblem naming every way that was tried and what would help.
 */
export async function resolveFirestoreEmulator(seen: Surroundings): Promise<FirestoreEmulator> {
  const present = presentEmulator(seen);
  if (present) return present;
  const fromNpm = await seen.fromNpm();
  if (fromNpm) return { kind: 'hidane', path: fromNpm, from: 'npm' };
  if (seen.onPath('cargo')) {
    const fromCargo = await seen.fromCargo();
    if (fromCargo) return { kind: 'hidane', path: fromCargo, from: 'cargo' };
  }
  if ((seen.javaVersion() ?? 0) >= OFFICIAL_NEEDS_JAVA) return { kind: 'official', from: 'firebase-tools' };
  throw new StartProblem(
    [
      'There is no Firestore emulator on this machine, and none could be fetched. Any one of these helps:',
      `  - ${SETTING}=/path/to/hidane, a binary of hidane ${HIDANE_VERSION}`,
      '  - Rust 1.88 or newer (rustup.rs), so that `cargo install hidane` works',
      `  - Java ${OFFICIAL_NEEDS_JAVA} or newer and internet access, for the official emulator`,
    ].join('\n'),
  );
}

/** The part of the search that fetches nothing; null when something would have to be fetched. */
export function presentEmulator(seen: Surroundings): FirestoreEmulator | null {
  if (seen.setting) {
    if (seen.setting === 'official') return { kind: 'official', from: SETTING };
    if (seen.exists(seen.setting)) return { kind: 'hidane', path: seen.setting, from: SETTING };
    throw new StartProblem(`${SETTING} names ${seen.setting}, and there is no such file.`);
  }
  if (seen.exists(seen.cached) && seen.versionOf(seen.cached) === HIDANE_VERSION) {
    return { kind: 'hidane', path: seen.cached, from: 'cache' };
  }
  const onPath = seen.onPath('hidane');
  if (onPath && seen.versionOf(onPath) === HIDANE_VERSION) return { kind: 'hidane', path: onPath, from: 'PATH' };
  return null;
}

export const thisMachine = (): Surroundings => ({
  setting: process.env[SETTING],
  cached: join(CACHE_FOLDER, 'bin', 'hidane'),
  exists: existsSync,
  onPath: pathOf,
  versionOf: (path) => spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout?.trim().split(' ')[1] ?? null,
  javaVersion,
  fromNpm,
  fromCargo,
});

async function fromNpm(): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), 'podmates-npm-'));
  try {
    await withProgress(`Looking for the Firestore emulator (hidane ${HIDANE_VERSION}) in the npm registry`, () =>
      runCommand('npm', ['install', '--no-audit', '--no-fund', '--prefix', folder, `hidane@${HIDANE_VERSION}`]),
    );
    const found = join(folder, 'node_modules', '.bin', 'hidane');
    return existsSync(found) ? await keep(found) : null;
  } catch {
    say('  not there; trying cargo.');
    return null;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** An npm package may start its binary by a script beside it, so only a file that runs from elsewhere is kept. */
async function keep(found: string): Promise<string | null> {
  const kept = join(CACHE_FOLDER, 'bin', 'hidane');
  await mkdir(join(CACHE_FOLDER, 'bin'), { recursive: true });
  await copyFile(await realpath(found), kept);
  await chmod(kept, 0o755);
  if (thisMachine().versionOf(kept) === HIDANE_VERSION) return kept;
  await rm(kept);
  return null;
}

async function fromCargo(): Promise<string | null> {
  const kept = join(CACHE_FOLDER, 'bin', 'hidane');
  try {
    await withProgress(
      `Building the Firestore emulator (hidane ${HIDANE_VERSION}) with cargo, about three minutes`,
      () => runCommand('cargo', ['install', 'hidane', '--version', HIDANE_VERSION, '--locked', '--root', CACHE_FOLDER]),
    );
    return existsSync(kept) ? kept : null;
  } catch (error) {
    say(
      `  cargo could not: ${String((error as Error).message)
        .split('\n')
        .slice(-3)
        .join(' ')}`,
    );
    return null;
  }
}
