import { type Candidate } from '@podmates/domain/matching';
import { atLeast, atMost, type Benchmark, type Measured, round } from './benchmark';
import { Annealing } from './p5/annealing';
import { type Matched, matched, totalOf } from './p5/matched';
import { NOW, realisticPeople, sparsePeople } from './p5/population';
import { checkScores } from './p5/scores';

/**
 * P5b, large. At 100,000 people nobody knows the optimum: the engine is held against its own upper bound, which
 * `p5b` proves to be one where the optimum is known, and against simulated annealing that gets as much of a core.
 */
export const manyGroups: Benchmark = {
  name: 'p5b-100k',
  title: 'Pods of two to four at 100,000 people against the bound and simulated annealing',
  run: ({ seed }) => Promise.resolve(measure(seed)),
};

const TARGETS = { ofBound: 0.93, overAnnealing: 1.05 } as const;
const PEOPLE = 100_000;
const SPARSE_DEGREE = 10;
const FAMILIES: readonly (readonly [name: string, people: (seed: number) => Candidate[]])[] = [
  ['realistic', (seed) => realisticPeople(PEOPLE, seed)],
  [`sparse, ~${SPARSE_DEGREE} to meet`, (seed) => sparsePeople(PEOPLE, seed, SPARSE_DEGREE)],
];

interface Compared {
  readonly name: string;
  readonly engine: Matched;
  readonly annealed: number;
  readonly annealedFromGreedy: number;
}

function measure(seed: number): Measured {
  const found = FAMILIES.map(([name, people]) => compared(name, people(seed), seed));
  const lowest = (ratio: (one: Compared) => number): number => Math.min(...found.map(ratio));
  return {
    table: {
      columns: ['100,000 people', 'core, s', 'placed', 'engine / bound', 'engine / annealing', '… from a greedy start'],
      rows: found.map((one) => [
        one.name,
        round(one.engine.spentMs / 1000),
        one.engine.placed,
        round(ofBound(one)),
        round(one.engine.total / one.annealed),
        round(one.engine.total / one.annealedFromGreedy),
      ]),
    },
    claims: [
      ...found.map((one) => atLeast(`engine / bound, ${one.name}`, ofBound(one), TARGETS.ofBound, '×')),
      atLeast(
        'engine / annealing at equal time, the lowest',
        lowest((one) => one.engine.total / one.annealed),
        TARGETS.overAnnealing,
        '×',
      ),
      atLeast(
        '… that starts from a greedy matching, the lowest',
        lowest((one) => one.engine.total / one.annealedFromGreedy),
        TARGETS.overAnnealing,
        '×',
      ),
      atMost('hard constraints broken', found.flatMap(({ engine }) => engine.broken).length, 0),
    ],
    notes: [
      `Equal time is time on a core, each side's own preparation included. Annealing starts with everybody alone, or from a quick greedy matching; both are the benchmark's own, with quick scores. Seed ${seed}.`,
      'Hard constraints are checked by code of the benchmark, written from the rules alone.',
    ],
  };
}

const ofBound = ({ engine }: Compared): number => engine.total / engine.matching.bound;

function compared(name: string, people: readonly Candidate[], seed: number): Compared {
  checkScores(people, NOW, seed);
  const engine = matched(people, NOW, seed);
  const annealed = (start: 'alone' | 'greedy'): number => {
    const annealing = new Annealing(people, NOW, seed);
    annealing.run({ start, milliseconds: engine.spentMs });
    return totalOf(people, annealing.groups(), NOW);
  };
  return { name, engine, annealed: annealed('alone'), annealedFromGreedy: annealed('greedy') };
}
