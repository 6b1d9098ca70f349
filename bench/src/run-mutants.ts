import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installedTools } from './installed-tools';

const ROOT = join(import.meta.dirname, '..', '..');
const FOLDER = join('.podmates', 'mutants');
const LEAST_SCORE = 0.95;
/** 62 MB of packages that only this long run needs. */
const TOOLS = { '@stryker-mutator/core': '10.0.0', '@stryker-mutator/jest-runner': '10.0.0' };

interface Part {
  /** Globs in `domain/src`; what the tests alone use is left out. */
  readonly mutate: readonly string[];
  readonly tests: readonly string[];
}

const TEST_AIDS = ['index', 'naive-streak', 'example-histories', 'random-histories'];
const PARTS: Readonly<Record<string, Part>> = {
  streaks: {
    mutate: ['streaks/*.ts', '!streaks/*.spec.ts', ...TEST_AIDS.map((name) => `!streaks/${name}.ts`)],
    tests: ['streaks/*.spec.ts'],
  },
  // Without the two long searches for broken promises, of a minute each: so the score is no more than what it is with them.
  matching: {
    mutate: ['matching/proposals.ts', 'matching/requests.ts', 'matching/request-states.ts'],
    tests: ['proposals', 'proposal-edges', 'request*', 'rematch', 'relations', 'newcomers', 'waitlist'].map(
      (name) => `matching/${name}.spec.ts`,
    ),
  },
};

const settingsOf = (name: string, { mutate, tests }: Part, tools: string) => ({
  testRunner: 'jest',
  plugins: [join(tools, 'node_modules', '@stryker-mutator', 'jest-runner', 'dist', 'src', 'index.js')],
  ignorePatterns: ['**', '!domain/**', '!jest.node.cjs', '!package.json', '!tsconfig.base.json'],
  tempDirName: join(FOLDER, `${name}-sandbox`),
  mutate: mutate.map((glob) => (glob.startsWith('!') ? `!domain/src/${glob.slice(1)}` : `domain/src/${glob}`)),
  jest: {
    projectType: 'custom',
    configFile: 'domain/jest.config.cjs',
    config: { testMatch: tests.map((glob) => `**/${glob}`) },
    enableFindRelatedTests: false,
  },
  coverageAnalysis: 'perTest',
  ignoreStatic: process.env['MUTANTS_STATIC'] !== 'also', // they are nine tenths of the time
  concurrency: 1,
  timeoutMS: 60_000, // a busy machine must not pass for a mutant that never ends
  reporters: ['json', 'clear-text', 'progress-append-only'],
  clearTextReporter: { logTests: false, reportTests: false, reportScoreTable: false, allowColor: false },
  jsonReporter: { fileName: join(FOLDER, `${name}.report.json`) },
});

interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>>;
}

/** Prints what each file has; true when each reaches the score. */
function isEnough(report: Report): boolean {
  let isGood = true;
  for (const [file, { mutants }] of Object.entries(report.files)) {
    const count = (...states: string[]): number => mutants.filter(({ status }) => states.includes(status)).length;
    const [found, missed] = [count('Killed', 'Timeout'), count('Survived', 'NoCoverage')];
    if (found + missed === 0) continue;
    const score = found / (found + missed);
    process.stdout.write(`${file}: ${found} of ${found + missed}, ${(100 * score).toFixed(1)} %\n`);
    isGood &&= score >= LEAST_SCORE;
  }
  return isGood;
}

function run(name: string): boolean {
  const part = PARTS[name];
  if (!part)
    throw new Error(`There are no mutants of "${name}". There are those of: ${Object.keys(PARTS).join(', ')}.`);
  const tools = installedTools('mutants', TOOLS);
  const settings = settingsOf(name, part, tools);
  mkdirSync(join(ROOT, FOLDER), { recursive: true });
  rmSync(join(ROOT, settings.jsonReporter.fileName), { force: true });
  const path = join(FOLDER, `${name}.json`);
  writeFileSync(join(ROOT, path), JSON.stringify(settings));
  const stryker = join(tools, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
  // Away from UTC the specs look at a tenth of the random histories, so that a survivor costs seconds and no minute.
  const env = { ...process.env, TZ: 'Pacific/Auckland' };
  spawnSync(process.execPath, [stryker, 'run', path], { cwd: ROOT, stdio: 'inherit', env });
  return isEnough(JSON.parse(readFileSync(join(ROOT, settings.jsonReporter.fileName), 'utf8')) as Report);
}

const asked = process.argv.slice(2);
const results = (asked.length > 0 ? asked : Object.keys(PARTS)).map(run);
process.exitCode = results.every(Boolean) ? 0 : 1;
