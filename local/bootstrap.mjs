import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { fileURLToPath } from 'node:url';

/** Everything before TypeScript can run: the right Node, the dependencies, and one child that does the work. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const NODE_22 = join(ROOT, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

const readJson = (path) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));

/** What npm installed against what the lock file asks for: content, not file times, so a fresh checkout is judged right. */
export function isInstalled() {
  if (!existsSync(join(ROOT, 'node_modules/.package-lock.json')) || !existsSync(NODE_22)) return false;
  const installed = readJson('node_modules/.package-lock.json').packages;
  const wanted = Object.entries(readJson('package-lock.json').packages);
  return wanted.every(([path, entry]) => {
    if (!path.includes('node_modules/') || entry.optional || entry.devOptional || entry.peer) return true;
    return Boolean(installed[path]) && (entry.link === true || installed[path].version === entry.version);
  });
}

function install() {
  console.log('Installing dependencies (one to four minutes the first time) …');
  const startedAt = Date.now();
  const heartbeat = setInterval(() => {
    console.log(`  still installing, ${Math.round((Date.now() - startedAt) / 1000)} s`);
  }, 15_000);
  const npm = spawn('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return new Promise((resolve, reject) => {
    npm.on('error', reject);
    npm.on('exit', (code) => {
      clearInterval(heartbeat);
      if (code === 0) resolve();
      else reject(new Error(`npm ci ended with code ${code}; its own message is above.`));
    });
  });
}

export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Podmates needs Node 20.19 or newer to start; this is ${process.versions.node}.`);
  process.exit(1);
}

export async function ensureInstalled() {
  requireNode();
  if (isInstalled()) return;
  try {
    await install();
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}

/**
 * Runs one TypeScript file of local/ with Node 22 and ends as it ends. Signals are handed on; should this process
 * be killed outright, the closed IPC channel tells the child to stop by itself.
 */
export function runTypeScript(file, args, env = {}) {
  const child = spawn(NODE_22, ['--import', 'tsx', join('local', file), ...args], {
    cwd: ROOT,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      ...env,
      PATH: `${join(ROOT, 'node_modules', '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
    },
  });
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}
