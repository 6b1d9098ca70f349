import { type Candidate } from '@podmates/domain/matching';
import { circlesOf } from './circles';
import { Scores } from './scores';

/** Whole numbers keep an exact algorithm exact: a score is counted in millionths. */
const MILLIONTHS = 1e6;

export type Edge = readonly [a: number, b: number, weight: number];

export interface PairGraph {
  readonly nodes: number;
  readonly edges: readonly Edge[];
}

/** Every pair that may be a pod, with its score in millionths. */
export function pairGraph(people: readonly Candidate[], now: Date): PairGraph {
  const scores = new Scores(people, now);
  const edges: Edge[] = [];
  for (const circle of circlesOf(people)) {
    circle.forEach((a, nth) => {
      for (const b of circle.slice(nth + 1)) {
        const score = scores.of([a, b]);
        if (score > 0) edges.push([a, b, inMillionths(score)]);
      }
    });
  }
  return { nodes: people.length, edges };
}

export const inMillionths = (score: number): number => Math.round(score * MILLIONTHS);

/** The greatest total weight of edges that share no node, by trying all choices: for a dozen nodes. */
export function heaviestByTrying({ nodes, edges }: PairGraph): number {
  const most = new Map<number, number>();
  const from = (free: number): number => {
    if (free === 0) return 0;
    const known = most.get(free);
    if (known !== undefined) return known;
    const first = free & -free;
    let found = from(free ^ first);
    for (const [a, b, weight] of edges) {
      const pair = (1 << a) | (1 << b);
      if (pair & first && (free & pair) === pair) found = Math.max(found, weight + from(free ^ pair));
    }
    most.set(free, found);
    return found;
  };
  return from((1 << nodes) - 1);
}
