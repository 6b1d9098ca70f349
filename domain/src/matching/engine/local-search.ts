import { type Grouping } from './grouping';
import { MOST_NEIGHBOURS, type Neighbours } from './neighbours';
import { StepFinder } from './steps';

/**
 * Local search: each person in turn takes the best step among joining a neighbour's group, trading places with one of
 * it, pairing off with the neighbour, taking somebody in, merging both groups, or splitting their own; until nobody
 * finds any. Of any step that gains, somebody's own share grows, and no partner in it fits them worse than that; so
 * only partners who could raise the share are looked at. Whoever a step touched looks again.
 */
export class LocalSearch {
  private readonly isQueued: Uint8Array;
  private readonly steps: StepFinder;

  constructor(
    private readonly grouping: Grouping,
    neighbours: Neighbours,
  ) {
    this.isQueued = new Uint8Array(grouping.roster.size);
    this.steps = new StepFinder(grouping, neighbours);
  }

  /** Begins with these rows; ends when no row that was touched finds a step among its first `width` neighbours. */
  improve(rows: readonly number[], width: number = MOST_NEIGHBOURS): void {
    const queue: number[] = [];
    this.ask(rows, queue);
    for (let next = 0; next < queue.length; next += 1) {
      const row = queue[next]!;
      this.isQueued[row] = 0;
      const step = this.steps.find(row, width);
      if (!step) continue;
      this.grouping.replace(step.before, step.after);
      for (const members of step.after) this.ask(members, queue);
    }
  }

  private ask(rows: readonly number[], queue: number[]): void {
    for (const row of rows)
      if (this.isQueued[row] === 0) {
        this.isQueued[row] = 1;
        queue.push(row);
      }
  }
}
