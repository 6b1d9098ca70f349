import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** What the engine is measured against is installed here and is no dependency of the product. */
const FOLDER = join(import.meta.dirname, '..', '..', '..', '.podmates', 'bench', 'matching-peers');
const PYTHON = join(FOLDER, 'python', 'bin', 'python');
const PYTHON_PACKAGES = ['rustworkx==0.18.1', 'highspy==1.16.0'];
const NPM_PACKAGE = 'edmonds-blossom@1.0.0';
const ANSWER_LIMIT_BYTES = 256 * 1024 * 1024;
/** Half of it is enough on a quiet machine; whoever is measured against gets the time that it needs. */
const RUN_LIMIT_MS = 1_200_000;

/** Needs the package registries once; later runs find what is there. */
export function installPeers(): void {
  mkdirSync(FOLDER, { recursive: true });
  if (!existsSync(join(FOLDER, 'python', 'installed'))) installPython();
  if (!existsSync(blossomFile())) {
    const quiet = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts'];
    execFileSync('npm', ['install', ...quiet, '--prefix', FOLDER, NPM_PACKAGE], { stdio: 'ignore' });
  }
}

/** Where the npm peer for pair matching lies. */
export const blossomFile = (): string => join(FOLDER, 'node_modules', 'edmonds-blossom', 'app', 'blossom.js');

function installPython(): void {
  execFileSync('python3', ['-m', 'venv', join(FOLDER, 'python')], { stdio: 'ignore' });
  execFileSync(PYTHON, ['-m', 'pip', 'install', '--quiet', ...PYTHON_PACKAGES], { stdio: 'ignore' });
  execFileSync('touch', [join(FOLDER, 'python', 'installed')]);
}

/** Runs a script of this folder with the question as its input, and returns its answer. */
export function askPython<T>(script: 'exact-matching.py' | 'group-optimum.py', question: unknown): T {
  const asked = spawnSync(PYTHON, [join(import.meta.dirname, script)], {
    input: JSON.stringify(question),
    encoding: 'utf8',
    maxBuffer: ANSWER_LIMIT_BYTES,
    timeout: RUN_LIMIT_MS,
  });
  if (asked.status !== 0) throw new Error(`${script} gave no answer: ${asked.stderr.trim() || String(asked.error)}`);
  return JSON.parse(asked.stdout) as T;
}
