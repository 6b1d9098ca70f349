import { MOST_NEIGHBOURS, type Neighbours } from './neighbours';
import { type Effort } from './shake';

/** Rounds of shaking for each person; a round costs up to some hundred microseconds, whatever the size. */
const ROUNDS_PER_PERSON = { thorough: 60, quick: 0.1 } as const;
/** Few people are shaken until it is as good as certain to be the best, many only for a while. */
const mostRounds = (people: number): number => 1_000 + Math.floor(150_000 / people);
/** Rounds in a row without a gain, for each pair that may meet: after so many no neighbourhood is left untried. */
const PATIENCE_PER_PAIR = 0.5;
/** And at least so many over the number of people: where they are few, the last gain may be long in coming. */
const LEAST_PATIENCE = 40_000;

/** How long the people of a component are worth shaking: counted in rounds, by their number and who may meet whom. */
export function effortFor(neighbours: Neighbours, rows: readonly number[], isThorough: boolean): Effort {
  const partners = rows.reduce((sum, row) => sum + neighbours.count[row]!, 0);
  if (!isThorough) {
    // A round costs less than with full lists of neighbours: about by the square of what is left of them.
    const ease = (MOST_NEIGHBOURS / (partners / rows.length)) ** 2;
    const rounds = Math.floor(rows.length * ROUNDS_PER_PERSON.quick * ease);
    return { rounds, patience: rounds };
  }
  return {
    rounds: Math.min(rows.length * ROUNDS_PER_PERSON.thorough, mostRounds(rows.length)),
    patience: Math.max((partners / 2) * PATIENCE_PER_PAIR, LEAST_PATIENCE / rows.length),
  };
}
