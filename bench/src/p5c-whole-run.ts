import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Candidate, matchPeople } from '@podmates/domain/matching';
import { atLeast, atMost, type Benchmark, type Measured, round } from './benchmark';
import { writeMatchFile } from './p5/match-file';
import { type Edge, pairGraph } from './p5/pair-graph';
import { blossomFile, installPeers } from './p5/peers';
import { anyTwo, NOW, pairsOnly, realisticPeople, sparsePeople } from './p5/population';
import { wholeProcess } from './p5/whole-process';
import { percentile } from './statistics';

/**
 * P5c. What a run for 100,000 people takes, from the command to the written result, on one core; and how the engine
 * compares with the npm package that one would otherwise take for pairs, at a size which that package can do.
 */
export const wholeRun: Benchmark = {
  name: 'p5c',
  title: 'A whole run for 100,000 people on one core, and npm edmonds-blossom at 1,000',
  run: ({ seed }) => measure(seed),
};

const LIMITS = { seconds: 15, peakMiB: 768, timesFaster: 100 } as const;
const PEOPLE = 100_000;
const PAIRED = 1_000;
const ROUNDS = 5;
const SPARSE_DEGREE = 10;
const ROOT = join(import.meta.dirname, '..', '..');

type Blossom = (edges: readonly Edge[]) => number[];

async function measure(seed: number): Promise<Measured> {
  installPeers();
  const realistic = await commandRun(realisticPeople(PEOPLE, seed), seed);
  const sparse = await commandRun(sparsePeople(PEOPLE, seed, SPARSE_DEGREE), seed);
  const pairs = [
    { name: 'any two may meet', ...paired(anyTwo(PAIRED, seed), seed) },
    { name: 'realistic', ...paired(realisticPeople(PAIRED, seed), seed) },
    { name: `sparse, ~${SPARSE_DEGREE} to meet`, ...paired(sparsePeople(PAIRED, seed, SPARSE_DEGREE), seed) },
  ];
  const run = (name: string, one: Awaited<ReturnType<typeof commandRun>>): (string | number)[] => [
    name,
    `${round(one.seconds)} s`,
    `${round(one.coreSeconds)} s`,
    `${Math.round(one.peakMiB)} MiB`,
  ];
  return {
    table: {
      columns: ['what', 'clock', 'core', 'peak, or times'],
      rows: [
        run('npm run match, 100,000 realistic', realistic),
        run('npm run match, 100,000 sparse', sparse),
        ...pairs.flatMap(({ name, edges, engineMs, blossomMs }): (string | number)[][] => [
          [`edmonds-blossom, 1,000 ${name}, ${edges} pairs`, `${round(blossomMs / 1000)} s`, '', ''],
          [`engine, the same`, `${round(engineMs / 1000)} s`, '', `${Math.round(blossomMs / engineMs)} ×`],
        ]),
      ],
    },
    claims: [
      atMost('whole run, realistic, on one core', realistic.coreSeconds, LIMITS.seconds, 's'),
      atMost('whole run, sparse, on one core', sparse.coreSeconds, LIMITS.seconds, 's'),
      atMost('peak memory, the higher', Math.max(realistic.peakMiB, sparse.peakMiB), LIMITS.peakMiB, 'MiB'),
      ...pairs.map(({ name, engineMs, blossomMs }) =>
        atLeast(`edmonds-blossom / engine, ${name}`, blossomMs / engineMs, LIMITS.timesFaster, '×'),
      ),
    ],
    notes: [
      `The run includes starting npm and Node, reading and checking the file and writing the result. It is held to one core, and the limit to the time it gets there: the clock also counts whatever else ran. Memory is the most that any one process held. Seed ${seed}.`,
      `Pairs: the engine is given people and finds the pairs itself; edmonds-blossom 1.0.0 is given the pairs with their scores. Medians of ${ROUNDS} (engine) and 1 run, in one process.`,
    ],
  };
}

async function commandRun(people: readonly Candidate[], seed: number) {
  const folder = mkdtempSync(join(tmpdir(), 'podmates-match-'));
  try {
    const [from, to] = [join(folder, 'in.json'), join(folder, 'out.json')];
    writeMatchFile(from, people, { now: NOW, seed });
    const used = await wholeProcess('npm', ['run', '--silent', 'match', '--', from, to], ROOT);
    const { groups } = JSON.parse(readFileSync(to, 'utf8')) as { groups: readonly unknown[] };
    if (groups.length === 0) throw new Error('The run made no groups.');
    return used;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function paired(anySize: readonly Candidate[], seed: number): { edges: number; engineMs: number; blossomMs: number } {
  const people = pairsOnly(anySize);
  const { edges } = pairGraph(people, NOW);
  const blossom = createRequire(import.meta.url)(blossomFile()) as Blossom;
  const engine = Array.from({ length: ROUNDS }, () => timed(() => matchPeople(people, { now: NOW, seed })));
  return { edges: edges.length, engineMs: percentile(engine, 0.5), blossomMs: timed(() => blossom(edges)) };
}

function timed(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}
