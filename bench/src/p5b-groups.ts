import { type Candidate } from '@podmates/domain/matching';
import { atLeast, atMost, type Benchmark, type Measured, round } from './benchmark';
import { allowedGroups } from './p5/allowed-groups';
import { type Matched, matched, totalOf } from './p5/matched';
import { askPython, installPeers } from './p5/peers';
import { NOW, oneCircle, oneCity, sparsePeople } from './p5/population';
import { checkScores } from './p5/scores';

/**
 * P5b, small. Pods of two to four among at most 60 people: every group that may be is listed, and a 0/1 program
 * finds the best choice of them. Also whether the engine's own upper bound is one, which P5b at 100,000 rests on.
 */
export const groupsAgainstOptimum: Benchmark = {
  name: 'p5b',
  title: 'Pods of two to four against the optimum, up to 60 people',
  run: ({ seed }) => Promise.resolve(measure(seed)),
};

const TARGET = 0.98;
const SEEDS = 60;
const SPARSE_DEGREE = 4;
const FAMILIES: readonly (readonly [name: string, people: (seed: number) => Candidate[]])[] = [
  ['sparse, 60', (seed) => sparsePeople(60, seed, SPARSE_DEGREE)],
  ['sparse, 30', (seed) => sparsePeople(30, seed, SPARSE_DEGREE)],
  ['one goal and language, 60', (seed) => oneCircle(60, seed)],
  ['one goal and language, 30', (seed) => oneCircle(30, seed)],
  ['… in one zone, 60', (seed) => oneCity(60, seed)],
  ['… in one zone, 30', (seed) => oneCity(30, seed)],
  ['… in one zone, 12', (seed) => oneCity(12, seed)],
];

/** Sums of the same scores in another order differ by less. */
const ROUNDING = 1e-6;

interface Optimum {
  /** Places in the list of groups. */
  readonly chosen: readonly number[];
  /** What no choice exceeds; null when the choice is proven to be the best. */
  readonly bound: number | null;
}

interface Compared {
  readonly seed: number;
  readonly groups: number;
  readonly engine: Matched;
  readonly isProven: boolean;
  /** Of the engine, and of its bound, to the optimum. */
  readonly ratio: number;
  readonly boundRatio: number;
  /** Of the engine in a run that follows others, where it ends blocking pairs in small components, too. */
  readonly laterRatio: number;
}

function measure(seed: number): Measured {
  installPeers();
  const families = FAMILIES.map(([name, people]) => ({ name, found: comparedFamily(people, seed) }));
  const all = families.flatMap(({ found }) => found);
  return {
    table: {
      columns: [
        'people',
        'groups',
        'engine / optimum: lowest',
        'seed',
        'mean',
        `below ${TARGET}`,
        'bound: lowest',
        'mean',
        'one of many runs: lowest',
        'mean',
      ],
      rows: families.map(({ name, found }) => {
        const worst = found.reduce((lowest, one) => (one.ratio < lowest.ratio ? one : lowest));
        return [
          name,
          Math.round(mean(found.map(({ groups }) => groups))),
          round(worst.ratio),
          worst.seed,
          mean(found.map(({ ratio }) => ratio)).toFixed(4),
          found.filter(({ ratio }) => ratio < TARGET).length,
          round(Math.min(...found.map(({ boundRatio }) => boundRatio))),
          round(mean(found.map(({ boundRatio }) => boundRatio))),
          round(Math.min(...found.map(({ laterRatio }) => laterRatio))),
          mean(found.map(({ laterRatio }) => laterRatio)).toFixed(4),
        ];
      }),
    },
    claims: [
      atLeast('engine / optimum, the lowest', Math.min(...all.map(({ ratio }) => ratio)), TARGET, '×'),
      atLeast('engine / optimum, mean', mean(all.map(({ ratio }) => ratio)), TARGET, '×'),
      atLeast(
        'engine in one of many runs / optimum, the lowest',
        Math.min(...all.map(({ laterRatio }) => laterRatio)),
        TARGET,
        '×',
      ),
      atLeast("engine's bound / optimum, the lowest", Math.min(...all.map(({ boundRatio }) => boundRatio)), 1, '×'),
      atMost('hard constraints broken', all.flatMap(({ engine }) => engine.broken).length, 0),
    ],
    notes: [
      `Optimum: HiGHS 1.16.0 over all groups that may be, its choice scored anew; ${SEEDS} instances a row, seeds from ${seed}. Not proven within a minute, and so held against what no choice exceeds: ${all.filter(({ isProven }) => !isProven).length} of ${all.length}.`,
      'Hard constraints are checked by code of the benchmark, written from the rules alone.',
    ],
  };
}

function comparedFamily(people: (seed: number) => Candidate[], from: number): Compared[] {
  const instances = Array.from({ length: SEEDS }, (_, nth) => {
    const seed = from + nth;
    return { seed, people: people(seed), groups: allowedGroups(people(seed), NOW) };
  });
  checkScores(people(from), NOW, from);
  const question = instances.map(({ people, groups }) => ({ people: people.length, groups }));
  const optima = askPython<Optimum[]>('group-optimum.py', question);
  return instances.map(({ seed, people, groups }, nth) => {
    const { chosen, bound } = optima[nth]!;
    const best = bestOf(
      people,
      chosen.map((group) => groups[group]![0]),
    );
    const engine = matched(people, NOW, seed);
    const later = matched(
      people.map((person) => ({ ...person, leftOut: 0 })),
      NOW,
      seed,
    );
    if (engine.total > (bound ?? best) + ROUNDING) throw new Error(`Seed ${seed}: the optimum is none.`);
    return {
      seed,
      groups: groups.length,
      engine,
      isProven: bound === null,
      ratio: engine.total / (bound ?? best),
      laterRatio: later.total / (bound ?? best),
      boundRatio: (engine.matching.bound + ROUNDING) / best,
    };
  });
}

function bestOf(people: readonly Candidate[], groups: readonly (readonly number[])[]): number {
  const placed = groups.flat();
  if (new Set(placed).size < placed.length) throw new Error('The optimum has somebody in two groups.');
  return totalOf(people, groups, NOW);
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
