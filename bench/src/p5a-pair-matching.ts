import { type Candidate } from '@podmates/domain/matching';
import { atLeast, type Benchmark, type Measured, round } from './benchmark';
import { matched } from './p5/matched';
import { NOW, pairsOnly, realisticPeople, sparsePeople } from './p5/population';
import { heaviestByTrying, inMillionths, type PairGraph, pairGraph } from './p5/pair-graph';
import { askPython, installPeers } from './p5/peers';
import { checkScores } from './p5/scores';

/**
 * P5a. Pods of two only, so that an exact peer exists: maximum-weight matching, which takes time that a run for
 * everybody does not have. The engine's total against the greatest there is, on the same pairs and scores.
 */
export const pairMatching: Benchmark = {
  name: 'p5a',
  title: 'Matching in pairs against exact maximum-weight matching',
  run: ({ seed }) => Promise.resolve(measure(seed)),
};

const TARGET = 0.99;
const SMALL = { people: 12, degree: 4, instances: 40 } as const;

interface Instance {
  readonly name: string;
  readonly people: readonly Candidate[];
}

interface Exact {
  readonly weight: number;
  readonly pairs: readonly (readonly [number, number])[];
  readonly seconds: number;
}

function measure(seed: number): Measured {
  installPeers();
  checkPeer(seed);
  const found = instances(seed).map((instance) => compared(instance, seed));
  const lowest = (of: string): number =>
    Math.min(...found.filter(({ name }) => name.startsWith(of)).map(({ ratio }) => ratio));
  return {
    table: {
      columns: ['people', 'pairs that may', 'placed', 'at most weight', 'engine / exact', 'engine, s', 'exact, s'],
      rows: found.map((one) => [
        one.name,
        one.pairs,
        one.placed,
        one.placedByExact,
        one.ratio.toFixed(5),
        round(one.seconds),
        round(one.exactSeconds),
      ]),
    },
    claims: [
      atLeast('engine / exact, sparse, the lowest', lowest('sparse'), TARGET, '×'),
      atLeast('engine / exact, realistic, the lowest', lowest('realistic'), TARGET, '×'),
    ],
    notes: [
      `Exact: rustworkx 0.18.1, whole millionths of a score; on ${SMALL.instances} instances of ${SMALL.people} people it equals the best of all choices. Seed ${seed}.`,
      '"Placed" and "at most weight" are people in pairs, by the engine and by the exact peer, which places no more than weighs most.',
    ],
  };
}

function instances(seed: number): Instance[] {
  const sparse = (thousands: number, degree: number, nth = 0): Instance => ({
    name: `sparse ${thousands}k, ~${degree} to meet, seed +${nth}`,
    people: pairsOnly(sparsePeople(thousands * 1000, seed + nth, degree)),
  });
  const realistic = (thousands: number): Instance => ({
    name: `realistic ${thousands}k`,
    people: pairsOnly(realisticPeople(thousands * 1000, seed)),
  });
  return [
    ...[0, 1, 2].flatMap((nth) => [sparse(2, 4, nth), sparse(2, 10, nth)]),
    sparse(5, 4),
    sparse(5, 10),
    sparse(10, 4),
    sparse(10, 10),
    realistic(2),
    realistic(5),
  ];
}

function compared({ name, people }: Instance, seed: number) {
  checkScores(people, NOW, seed);
  const graph = pairGraph(people, NOW);
  const exact = askPython<Exact>('exact-matching.py', graph);
  const engine = matched(people, NOW, seed);
  return {
    name,
    pairs: graph.edges.length,
    placed: engine.placed,
    placedByExact: exact.pairs.length * 2,
    ratio: inMillionths(engine.total) / exact.weight,
    seconds: engine.spentMs / 1000,
    exactSeconds: exact.seconds,
  };
}

/** An exact peer that errs would make any ratio worthless. */
function checkPeer(seed: number): void {
  const graphs = Array.from({ length: SMALL.instances }, (_, nth): PairGraph => {
    return pairGraph(pairsOnly(sparsePeople(SMALL.people, seed + nth, SMALL.degree)), NOW);
  });
  for (const graph of graphs) {
    const { weight } = askPython<Exact>('exact-matching.py', graph);
    if (weight !== heaviestByTrying(graph)) throw new Error('The exact peer is not exact.');
  }
}
