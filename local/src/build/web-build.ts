import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NODE, ROOT, siteFolder } from '../paths';
import { HOST, originOf, PROJECT_ID, type PortBlock } from '../ports';
import { runCommand } from '../processes/run-command';
import { type BuildStep } from './build-once';

const WEB = join(ROOT, 'web');
export const LOCAL_WEB_OUTPUT = join(WEB, 'dist', 'local');
const COPY_TRIES = 10;
const COPY_RETRY_MS = 500;
export const NG = join(ROOT, 'node_modules', '@angular', 'cli', 'bin', 'ng.js');

export const webBuild: BuildStep = {
  name: 'web',
  label: 'Building the web app (about half a minute)',
  sources: ['package-lock.json', 'domain/src', 'web'],
  result: join(LOCAL_WEB_OUTPUT, 'index.html'),
  run: () =>
    runCommand(NODE, [NG, 'build', '--configuration', 'local', '--progress', 'false'], {
      cwd: WEB,
      env: { ...process.env, NG_CLI_ANALYTICS: 'false' },
    }),
};

/** What the web app reads at start: which project it belongs to, and where the emulators are. */
export const appConfig = (ports: PortBlock) => ({
  firebase: {
    apiKey: 'local-platform',
    appId: '1:1:web:1',
    projectId: PROJECT_ID,
    authDomain: `${HOST}:${ports.hosting}`,
    storageBucket: `${PROJECT_ID}.appspot.com`,
    messagingSenderId: '1',
  },
  emulators: {
    auth: { url: originOf(ports.auth) },
    firestore: { host: HOST, port: ports.firestore },
    functions: { host: HOST, port: ports.functions },
    storage: { host: HOST, port: ports.storage },
  },
  video: { origin: originOf(ports.video) },
  signInPage: `${originOf(ports.desk)}/sign-in`,
});

/** The served folder: each platform has its own, because app-config.json names its ports. */
export async function writeSite(base: number, ports: PortBlock): Promise<void> {
  const site = siteFolder(base);
  await rm(site, { recursive: true, force: true });
  await refreshSite(base, ports);
}

/** Copies a new build over the old one. Older hashed files stay, so that an open tab can still load its chunks. */
export async function refreshSite(base: number, ports: PortBlock, output = LOCAL_WEB_OUTPUT): Promise<void> {
  const site = siteFolder(base);
  await mkdir(site, { recursive: true });
  await copyWhole(output, site);
  await writeFile(join(site, 'app-config.json'), JSON.stringify(appConfig(ports), null, 2));
}

/** A watching build reports before it has written everything, and may replace files while they are copied. */
async function copyWhole(from: string, to: string, triesLeft = COPY_TRIES): Promise<void> {
  try {
    await cp(from, to, { recursive: true });
  } catch (error) {
    if (triesLeft <= 1) throw error;
    await new Promise((resolve) => setTimeout(resolve, COPY_RETRY_MS));
    await copyWhole(from, to, triesLeft - 1);
  }
}
