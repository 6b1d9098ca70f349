import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** The repository, found upward from the working folder, so that it holds under tsx and under jest alike. */
export const ROOT = findRoot(process.cwd());
/** Everything the local platform writes, apart from build outputs; ignored by git. */
export const STATE_FOLDER = join(ROOT, '.podmates');
/** Downloads worth keeping between clones. */
export const CACHE_FOLDER = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'podmates');
export const NODE = join(ROOT, 'node_modules', '.bin', 'node');

export const dataFolder = (base: number) => join(STATE_FOLDER, `data-${base}`);
export const runFolder = (base: number) => join(STATE_FOLDER, `run-${base}`);
export const siteFolder = (base: number) => join(STATE_FOLDER, `site-${base}`);

function findRoot(folder: string): string {
  const manifest = join(folder, 'package.json');
  if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).name === 'podmates') return folder;
  if (dirname(folder) === folder) throw new Error('Run this inside the Podmates repository.');
  return findRoot(dirname(folder));
}
