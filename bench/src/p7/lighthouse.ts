import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installedTools } from '../installed-tools';
import { percentile } from '../statistics';

const VERSION = '13.5.0';
const RUNS = 3;
const TRIES = 6; // now and then a trace lacks its beginning, and Lighthouse asks to be run again
const RUN_LIMIT_MS = 180_000;
const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const;
const TIMES = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time'] as const;
const FLAGS = [
  '--no-sandbox',
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Scores from 0 to 1, and the times behind the first, in simulated milliseconds; medians of the runs. */
export interface LighthouseFound {
  readonly runs: number;
  readonly scores: Readonly<Record<(typeof CATEGORIES)[number], number>>;
  readonly times: Readonly<Record<(typeof TIMES)[number], number>>;
}

interface Report {
  readonly runtimeError?: { readonly message: string };
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
  readonly audits: Readonly<Record<string, { readonly numericValue?: number }>>;
}

/** Audits the page as a middling phone sees it. Takes about half a minute a run; throws with the reason when it cannot. */
export function auditWithLighthouse(url: string, chromium: string): LighthouseFound {
  const folder = installedTools('lighthouse', { lighthouse: VERSION });
  const reports: Report[] = [];
  let problem = '';
  for (let nth = 1; nth <= TRIES && reports.length < RUNS; nth += 1) {
    const found = report(folder, { url, chromium, path: join(folder, `report-${nth}.json`) });
    if (found.runtimeError) problem = found.runtimeError.message;
    else reports.push(found);
  }
  if (reports.length === 0) throw new Error(problem);
  const median = (valueIn: (report: Report) => number): number => percentile(reports.map(valueIn), 0.5);
  return {
    runs: reports.length,
    scores: medians(CATEGORIES, (name) => median(({ categories }) => categories[name]?.score ?? 0)),
    times: medians(TIMES, (name) => median(({ audits }) => audits[name]?.numericValue ?? Number.NaN)),
  };
}

function report(folder: string, { url, chromium, path }: { url: string; chromium: string; path: string }): Report {
  const program = join(folder, 'node_modules', 'lighthouse', 'cli', 'index.js');
  const asked = [`--only-categories=${CATEGORIES.join(',')}`, '--output=json', `--output-path=${path}`, '--quiet'];
  rmSync(path, { force: true });
  const { stderr } = spawnSync(process.execPath, [program, url, ...asked, `--chrome-flags=${FLAGS.join(' ')}`], {
    env: { ...process.env, CHROME_PATH: chromium },
    encoding: 'utf8',
    timeout: RUN_LIMIT_MS,
  });
  if (!existsSync(path)) throw new Error(stderr.trim().split('\n').at(-1) ?? 'It left no report.');
  return JSON.parse(readFileSync(path, 'utf8')) as Report;
}

const medians = <N extends string>(names: readonly N[], valueOf: (name: N) => number): Record<N, number> =>
  Object.fromEntries(names.map((name) => [name, valueOf(name)])) as Record<N, number>;
