import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '..', '..', '.podmates', 'bench');

/** Packages by name, each in one exact version. */
export type Packages = Readonly<Record<string, string>>;

/**
 * Installs what one measurement alone needs, unless it is there, and returns its folder. It lies beside the other
 * builds of the benchmarks: a peer or a tool of one measurement is no dependency of the product.
 */
export function installedTools(name: string, packages: Packages): string {
  const folder = join(FOLDER, name);
  const missing = Object.entries(packages).filter(([each, version]) => versionIn(folder, each) !== version);
  if (missing.length === 0) return folder;
  mkdirSync(folder, { recursive: true });
  const wanted = Object.entries(packages).map(([each, version]) => `${each}@${version}`);
  const quiet = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts'];
  execFileSync('npm', ['install', ...quiet, '--prefix', folder, ...wanted], { stdio: 'ignore' });
  return folder;
}

function versionIn(folder: string, name: string): string | null {
  const manifest = join(folder, 'node_modules', name, 'package.json');
  if (!existsSync(manifest)) return null;
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}
