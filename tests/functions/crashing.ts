import { type DesksAtWork } from './desks-at-work';

export class Crash extends Error {}

/** The n-th transaction from now on breaks down, before or after it is committed; gives whether it came to that. */
export function crashAt(world: DesksAtWork, nth: number, when: 'before' | 'after'): () => boolean {
  const whole = world.db.runTransaction.bind(world.db);
  let count = 0;
  world.db.runTransaction = (async (work: never) => {
    count += 1;
    if (count === nth && when === 'before') throw new Crash();
    const result: unknown = await whole(work);
    if (count === nth) throw new Crash();
    return result;
  }) as typeof world.db.runTransaction;
  return () => {
    world.db.runTransaction = whole;
    return count >= nth;
  };
}
