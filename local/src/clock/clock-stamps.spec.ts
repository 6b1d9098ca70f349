import { type Firestore } from 'firebase-admin/firestore';
import { FirestoreClock } from '../functions/local-wiring';
import { LocalClock } from './local-clock';

/** One document that both clocks share. */
const aDatabase = (): Firestore => {
  let kept: Record<string, unknown> = {};
  const place = {
    get: async () => ({ get: (name: string) => kept[name] }),
    set: async (fields: Record<string, unknown>) => void (kept = fields),
  };
  return { doc: () => place } as unknown as Firestore;
};
const at = (minutes: number): Date => new Date(Date.UTC(2026, 5, 1, 18, minutes));

describe('a stamp that the database made', () => {
  it('is what the local clock said at that moment, before and after each move', async () => {
    const db = aDatabase();
    let machine = at(0);
    const launcher = await LocalClock.open(db, () => machine.getTime());
    const server = new FirestoreClock(db, () => machine.getTime());
    await launcher.moveTo(at(60));
    machine = at(5);
    await launcher.moveTo(at(200));
    machine = at(7);
    expect(await server.now()).toEqual(at(202));
    const moments = [-1, 0, 4, 5, 7].map((minute) => server.momentOf(at(minute)));
    expect(moments).toEqual([at(-1), at(60), at(64), at(200), at(202)]);
  });

  it('keeps the moves through a restart', async () => {
    const db = aDatabase();
    await (await LocalClock.open(db, () => at(0).getTime())).moveTo(at(60));
    await (await LocalClock.open(db, () => at(10).getTime())).moveTo(at(100));
    const server = new FirestoreClock(db, () => at(11).getTime());
    await server.now();
    expect([5, 11].map((minute) => server.momentOf(at(minute)))).toEqual([at(65), at(101)]);
  });
});
