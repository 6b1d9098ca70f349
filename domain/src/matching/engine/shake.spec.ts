import { type Candidate } from '../candidate';
import { aCandidate, EXAMPLE_NOW as now, somePeople } from '../example-people';
import { offsetsAt } from '../scoring';
import { pricesOf } from './bound';
import { componentsOf } from './components';
import { effortFor } from './effort';
import { Grouping } from './grouping';
import { LocalSearch } from './local-search';
import { Neighbours } from './neighbours';
import { growPairs, pairUp } from './pairing';
import { inRows, Roster } from './roster';
import { shake } from './shake';

/** Groups people of one circle and shakes the largest component. */
function shaken(people: readonly Candidate[], isThorough = true) {
  const offsetOf = offsetsAt(now);
  const roster = new Roster(inRows(people, { seed: 1, offsetOf }), { now, seed: 1, offsetOf });
  const neighbours = new Neighbours(roster);
  const grouping = new Grouping(roster);
  const search = new LocalSearch(grouping, neighbours);
  const price = pricesOf(roster, neighbours);
  const rows = componentsOf(neighbours, roster.size).reduce((most, one) => (one.length > most.length ? one : most));
  pairUp(grouping, neighbours, rows);
  growPairs(grouping, neighbours, rows);
  search.improve(rows);
  const before = grouping.total;
  const effort = effortFor(neighbours, rows, isThorough);
  const rounds = shake(grouping, neighbours, rows, { search, price, effort, seed: 7 });
  return {
    rounds,
    effort,
    gained: grouping.total - before,
    isBest: price.reduce((a, b) => a + b) - grouping.total < 1e-9,
  };
}

describe('shaking', () => {
  it('takes no round where nobody could have it better', () => {
    const alike = Array.from({ length: 30 }, (_, n) => aCandidate(`p${n}`));
    expect(shaken(alike)).toMatchObject({ rounds: 0, gained: 0, isBest: true });
  });

  it('ends long before all rounds are over where nothing is gained any more', () => {
    const links = Array.from({ length: 80 }, (_, n) =>
      aCandidate(`p${n}`, { hours: [2 * n, 2 * n + 1, 2 * n + 2, 2 * n + 3] }),
    );
    const { rounds, effort } = shaken(links);
    expect(rounds).toBeLessThan(effort.rounds / 2);
  });

  it('is given as much as there are pairs, and the same for the same people', () => {
    const people = somePeople(90, 3, { language: 'en' });
    const found = shaken(people);
    expect(found.gained).toBeGreaterThan(0);
    expect(found.rounds).toBeLessThanOrEqual(found.effort.rounds);
    expect(shaken([...people].reverse())).toEqual(found);
    expect(shaken(people, false).effort.rounds).toBeLessThan(found.effort.rounds);
  });
});
