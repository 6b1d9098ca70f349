import * as step from './racing-world';
import { attempt, firstWorld, newestOf, type Step, type World } from './racing-world';
import { brokenBy } from './racing-promises';

const start = new Date('2026-06-02T12:00:00Z');

describe('accepting, declining, expiring, blocking, reporting, leaving, pausing and the next run', () => {
  const steps: Record<string, Step> = {
    ...Object.fromEntries(['ana', 'ben', 'cem'].map((id) => [`${id} accepts`, step.accepts(id, newestOf(id))])),
    ...Object.fromEntries(
      ['ana', 'ben', 'cem'].map((id) => [`${id} rematches`, step.asksForRematch(id, newestOf(id))]),
    ),
    'ana accepts what is long over': step.accepts('ana', ({ proposals }) => proposals[0]),
    'the task runs': step.expires(({ proposals }) => proposals.find(({ state }) => state === 'open')),
    'ana blocks ben': step.blocks('ana', 'ben'),
    'cem reports ana': step.reports('cem', 'ana'),
    'cem leaves': step.leaves('cem'),
    'ben pauses': step.pauses('ben', 48),
    'the next run': step.run,
    'a day passes': step.passes(24),
  };

  it('keep their promises in every order of up to six steps', () => {
    const found: string[] = [];
    const states = new Set<string>();
    const explored = new Map<string, number>();
    const explore = (world: World, path: string[]): void => {
      const left = 6 - path.length;
      const key = JSON.stringify(world);
      if (left === 0 || (explored.get(key) ?? 0) >= left) return;
      explored.set(key, left);
      for (const [name, take] of Object.entries(steps)) {
        const after = attempt(take)(world);
        if (after === world) continue;
        for (const { state } of after.proposals) states.add(state);
        for (const promise of brokenBy(after, world)) found.push(`${promise}: ${[...path, name].join(', ')}`);
        explore(after, [...path, name]);
      }
    };
    explore(step.run(firstWorld(['ana', 'ben', 'cem'], start)), []);
    expect(found.slice(0, 5)).toEqual([]);
    expect([...states].sort()).toEqual(['declined', 'expired', 'formed', 'open']);
  });
});
