import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from '../chromium';
import { type EmulatorName } from '../emulators/open-emulators';
import { withEmulators } from '../emulators/with-emulators';
import { NODE, ROOT, STATE_FOLDER } from '../paths';
import { single, type Tally, tallyOf } from './tally';

/** One part of `npm test`; parts run one after the other, each whatever became of those before. */
export interface Part {
  readonly name: string;
  run(): Promise<Tally>;
}

/** Far from the ports of a platform that somebody is using meanwhile. */
const TEST_BASE = 6000;
const JEST = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
const REPORTS = join(STATE_FOLDER, 'reports');

function runLoud(command: string, args: readonly string[], env: Record<string, string> = {}): Promise<number> {
  const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

const npmScript = (name: string, script: string): Part => ({
  name,
  run: async () => single((await runLoud('npm', ['run', '--silent', script])) === 0),
});

/** Runs jest by `how` and reads its report; an old report never counts. */
async function jest(
  name: string,
  args: readonly string[],
  how: (command: [string, ...string[]]) => Promise<number>,
): Promise<Tally> {
  const report = join(REPORTS, `${name}.json`);
  mkdirSync(REPORTS, { recursive: true });
  rmSync(report, { force: true });
  await how([NODE, JEST, ...args, '--json', `--outputFile=${report}`, '--ci']);
  return tallyOf(existsSync(report) ? readFileSync(report, 'utf8') : null);
}

const unit = (name: string, zone: string, args: readonly string[] = []): Part => ({
  name,
  run: () => jest(name, args, ([command, ...rest]) => runLoud(command, rest, { TZ: zone })),
});

const configOf = (folder: string) => ['--config', join(ROOT, 'tests', folder, 'jest.config.cjs'), '--runInBand'];

const onEmulators = (folder: string, only: readonly EmulatorName[]): Part => ({
  name: folder,
  run: () => jest(folder, configOf(folder), (command) => withEmulators({ base: TEST_BASE, only, command })),
});

const plain = (folder: string): Part => ({
  name: folder,
  run: () => jest(folder, configOf(folder), ([command, ...rest]) => runLoud(command, rest)),
});

const journeys: Part = {
  name: 'journeys',
  run: async () => {
    const env = { PODMATES_CHROMIUM: await findChromium(), PODMATES_JOURNEY_PORT: String(TEST_BASE + 100) };
    return jest('journeys', configOf('journeys'), ([command, ...rest]) => runLoud(command, rest, env));
  },
};

/** Everything `npm test` runs, the quick parts first. */
export const PARTS: readonly Part[] = [
  npmScript('format', 'format:check'),
  npmScript('lint', 'lint'),
  npmScript('types', 'types'),
  unit('unit', 'UTC'),
  unit('unit-auckland', 'Pacific/Auckland', ['--selectProjects', 'domain']),
  onEmulators('rules', ['auth', 'firestore', 'storage']),
  onEmulators('functions', ['auth', 'firestore']),
  plain('deploy'),
  journeys,
];
