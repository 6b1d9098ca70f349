import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT, STATE_FOLDER } from '../paths';

const SKIPPED = new Set(['node_modules', 'dist', 'lib', '.angular', 'coverage']);
const isSource = (name: string) => !/\.spec\.tsx?$/.test(name) && !name.endsWith('.log');

function filesBelow(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !SKIPPED.has(entry.name) && (entry.isDirectory() || isSource(entry.name)))
    .flatMap((entry) => filesBelow(join(path, entry.name)))
    .sort();
}

/** One hash over names and contents of all sources below `paths` (relative to the repository); tests do not count. */
export function sourcesHash(paths: readonly string[], root = ROOT): string {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => filesBelow(join(root, path)))) {
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

const stampFile = (name: string) => join(STATE_FOLDER, 'stamps', name);

export const isFresh = (name: string, hash: string) =>
  existsSync(stampFile(name)) && readFileSync(stampFile(name), 'utf8') === hash;

export function writeStamp(name: string, hash: string): void {
  mkdirSync(dirname(stampFile(name)), { recursive: true });
  writeFileSync(stampFile(name), hash);
}

/** From now on the build output may be of any sources: a watching build writes it too. */
export const forgetStamp = (name: string) => rmSync(stampFile(name), { force: true });
