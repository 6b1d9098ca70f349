import fc from 'fast-check';
import * as step from './racing-world';
import { attempt, firstWorld, newestOf } from './racing-world';
import { brokenBy } from './racing-promises';

const start = new Date('2026-06-02T12:00:00Z');

it('promises are kept in 20,000 long histories of six people', () => {
  const ids = ['ana', 'ben', 'cem', 'dan', 'eva', 'fay'];
  const id = fc.constantFrom(...ids);
  const which = fc.nat({ max: 9 });
  const taken = fc.oneof(
    { weight: 8, arbitrary: id.map((who) => step.accepts(who, newestOf(who))) },
    {
      weight: 2,
      arbitrary: fc.tuple(id, which).map(([who, n]) => step.accepts(who, ({ proposals }) => proposals[n])),
    },
    { weight: 1, arbitrary: id.map((who) => step.asksForRematch(who, newestOf(who))) },
    { weight: 3, arbitrary: which.map((n) => step.expires(({ proposals }) => proposals[n])) },
    { weight: 1, arbitrary: fc.tuple(id, id).map(([who, whom]) => step.blocks(who, whom)) },
    { weight: 1, arbitrary: fc.tuple(id, id).map(([who, whom]) => step.reports(who, whom)) },
    { weight: 1, arbitrary: id.map((who) => step.leaves(who)) },
    { weight: 1, arbitrary: id.map((who) => step.pauses(who, 30)) },
    { weight: 1, arbitrary: id.map((who) => step.comesBack(who)) },
    { weight: 4, arbitrary: fc.constant(step.run) },
    { weight: 3, arbitrary: fc.constantFrom(1, 12, 25).map((hours) => step.passes(hours)) },
  );
  fc.assert(
    fc.property(fc.array(taken, { minLength: 7, maxLength: 15, size: 'max' }), (history) => {
      let world = step.run(firstWorld(ids, start));
      for (const take of history) {
        const after = attempt(take)(world);
        const broken = after === world ? [] : brokenBy(after, world);
        if (broken.length > 0) throw new Error(broken.join('; '));
        world = after;
      }
    }),
    { numRuns: 20_000 },
  );
});
