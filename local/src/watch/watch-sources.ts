import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { buildLocalFunctions, FUNCTIONS_SOURCES, functionsBuild } from '../build/functions-build';
import { forgetStamp } from '../build/sources-stamp';
import { NG, refreshSite, webBuild } from '../build/web-build';
import { FIRESTORE_RULES, pushRules } from '../emulators/firestore-rules';
import { say, warn } from '../output';
import { NODE, ROOT } from '../paths';
import { type PortBlock } from '../ports';

const QUIET_MS = 200;
/** The web build writes its files after it has said that it is done. */
const WEB_QUIET_MS = 1000;

/** Calls `work` once a burst of events is over, and again if more came while it ran. */
export function whenQuiet(work: () => Promise<void>, quietMs = QUIET_MS): () => void {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(work).catch((error: unknown) => warn(String(error)));
    }, quietMs);
  };
}

/** Rules, functions and web take effect while the emulators run. */
export function watchSources(p: { base: number; ports: PortBlock }): void {
  for (const { name } of [functionsBuild, webBuild]) forgetStamp(name);
  watchRules(p.ports);
  watchFunctions();
  watchWeb(p.base, p.ports);
  say('Watching rules, functions and web for changes.');
}

/** Watches the folder, not the file: editors replace files, and a watch on the old one would go silent. */
function watchRules(ports: PortBlock): void {
  const changed = whenQuiet(async () => {
    await pushRules(ports.firestore);
    say('firestore.rules changed and are in force.');
  });
  watch(dirname(FIRESTORE_RULES), (_event, name) => {
    if (name === basename(FIRESTORE_RULES)) changed();
  });
}

/** The functions emulator loads the bundle anew when it changes. */
function watchFunctions(): void {
  const changed = whenQuiet(async () => {
    await buildLocalFunctions();
    say('Functions rebuilt; the emulator loads them.');
  });
  for (const folder of FUNCTIONS_SOURCES) watch(join(ROOT, folder), { recursive: true }, changed);
}

function watchWeb(base: number, ports: PortBlock): void {
  const args = [NG, 'build', '--watch', '--configuration', 'local', '--progress', 'false'];
  const child = spawn(NODE, args, { cwd: join(ROOT, 'web'), stdio: ['ignore', 'pipe', 'pipe'] });
  const rebuilt = whenQuiet(async () => {
    await refreshSite(base, ports);
    say('Web app rebuilt; reload the page, or accept its offer to update.');
  }, WEB_QUIET_MS);
  child.stdout.on('data', (chunk: Buffer) => {
    if (/bundle generation complete/i.test(chunk.toString('utf8'))) rebuilt();
  });
  child.stderr.on('data', (chunk: Buffer) => warn(chunk.toString('utf8').trim()));
}
