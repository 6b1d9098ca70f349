import { join } from 'node:path';
import { type Benchmark } from './benchmark';
import { keep, printable } from './report';

/** Loaded on demand: one benchmark must not pay for another's imports. */
const BENCHMARKS: Record<string, () => Promise<Benchmark>> = {
  coach: async () => (await import('./coach')).coach,
  p1: async () => (await import('./p1-change-to-screen')).changeToScreen,
  p2: async () => (await import('./p2-billed-operations')).billedOperations,
  p3: async () => (await import('./p3-writes-per-document')).writesPerDocument,
  p4: async () => (await import('./p4-shared-timer')).sharedTimer,
  p5a: async () => (await import('./p5a-pair-matching')).pairMatching,
  p5b: async () => (await import('./p5b-groups')).groupsAgainstOptimum,
  'p5b-100k': async () => (await import('./p5b-many-groups')).manyGroups,
  p5c: async () => (await import('./p5c-whole-run')).wholeRun,
  p5d: async () => (await import('./p5d-fairness')).fairness,
  'p5-shards': async () => (await import('./p5-shards')).shards,
  'p-slot-closing': async () => (await import('./p-slot-closing')).slotClosing,
  p7: async () => (await import('./p7-first-load')).firstLoad,
};

const RESULTS = join(import.meta.dirname, '..', 'results');

async function run(names: readonly string[]): Promise<void> {
  const seed = Number(process.env['BENCH_SEED'] ?? 20_261_123);
  const portBase = Number(process.env['PODMATES_PORT'] ?? 4000);
  for (const name of names) {
    const load = BENCHMARKS[name];
    if (!load) throw new Error(`There is no benchmark "${name}". There are: ${Object.keys(BENCHMARKS).join(', ')}.`);
    const benchmark = await load();
    const at = new Date();
    const measured = await benchmark.run({ seed, portBase });
    const seconds = Math.round((Date.now() - at.getTime()) / 1000);
    const path = keep(RESULTS, benchmark, measured, { seed, at, seconds });
    process.stdout.write(`${printable(benchmark, measured)}\n\nKept in ${path}\n\n`);
  }
}

const asked = process.argv.slice(2);
run(asked.length > 0 ? asked : Object.keys(BENCHMARKS)).catch((problem: unknown) => {
  process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`);
  process.exitCode = 1;
});
