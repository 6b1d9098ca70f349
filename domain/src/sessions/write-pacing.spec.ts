import fc from 'fast-check';
import { busiestWindow, editTogether, type PacedWorld } from './paced-replicas';
import { mayWriteAt, PACE, type Pace, withSeen } from './write-pacing';

const seen = (times: readonly number[], by = 'ana', first = 1): Pace =>
  times.reduce<Pace>((pace, seenAt, n) => withSeen(pace, { rev: first + n, seenAt, by, dice: 0 }), []);
const every = (ms: number, count: number, from = 0): number[] => Array.from({ length: count }, (_, n) => from + n * ms);

describe('the pace of writing one document', () => {
  it('waits for nothing while little is written', () => {
    expect(mayWriteAt([], { selfId: 'ana', now: 5 })).toBe(5);
    expect(mayWriteAt(seen(every(10, PACE.free - 1)), { selfId: 'ana', now: 500 })).toBe(500);
  });
  it('keeps a distance once much is, and none when a minute has passed', () => {
    const pace = seen(every(10, PACE.free));
    const last = (PACE.free - 1) * 10;
    expect(mayWriteAt(pace, { selfId: 'ana', now: 500 })).toBe(last + PACE.gapMs);
    expect(mayWriteAt(pace, { selfId: 'ana', now: last + PACE.windowMs })).toBe(last + PACE.windowMs);
  });
  it('lets the next one by id go first, and the newest writer last', () => {
    const pace = withSeen(withSeen(seen(every(10, 40), 'ana'), { rev: 41, seenAt: 400, by: 'cai', dice: 0 }), {
      rev: 42,
      seenAt: 410,
      by: 'ben',
      dice: 0,
    });
    const turn = (selfId: string) => (mayWriteAt(pace, { selfId, now: 500 }) - 410 - PACE.gapMs) / PACE.turnMs;
    expect(['cai', 'ana', 'ben'].map(turn)).toEqual([0, 1, 2]);
  });
  it('counts revisions that it never saw one by one, and all of a document that was just opened', () => {
    const opened = withSeen([], { rev: 90, seenAt: 0, by: 'ben', dice: 0 });
    expect(mayWriteAt(opened, { selfId: 'ana', now: 100 })).toBe(PACE.gapMs);
    expect(mayWriteAt(opened, { selfId: 'ana', now: PACE.windowMs })).toBe(PACE.windowMs);
    const jumped = withSeen(opened, { rev: 125, seenAt: PACE.windowMs, by: 'ben', dice: 0.5 });
    expect(mayWriteAt(jumped, { selfId: 'ana', now: PACE.windowMs + 1 })).toBeGreaterThan(PACE.windowMs + PACE.gapMs);
  });
  it('keeps no more of the past than it needs', () => {
    expect(seen(every(1000, 1000)).length).toBeLessThanOrEqual(62);
    expect(withSeen(seen([5]), { rev: 1, seenAt: 9, by: 'ben', dice: 0 })).toEqual(seen([5]));
  });
});

const world = (over: Partial<PacedWorld>): PacedWorld => ({
  people: 4,
  editsPerSecond: 10,
  seconds: 90,
  latencyMs: { from: 20, to: 200 },
  isContested: false,
  away: null,
  isPaced: true,
  random: Math.random,
  ...over,
});

describe('several people at one document', () => {
  it('write it sixty times a minute at most, agree in the end, and lose nothing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 20 }),
        fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 1500 })),
        fc.boolean(),
        fc.option(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 120 }))),
        fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
        (people, editsPerSecond, [least, more], isContested, awayFor, dice) => {
          const away = awayFor && ([awayFor[0], awayFor[0] + awayFor[1]] as const);
          const random = () => Number(dice.next().value);
          const latencyMs = { from: least, to: least + more };
          const together = editTogether(world({ people, editsPerSecond, latencyMs, isContested, away, random }));
          expect(busiestWindow(together.takenAt, PACE.windowMs)).toBeLessThanOrEqual(60);
          expect(together).toMatchObject({ isAgreed: true, lost: 0 });
        },
      ),
      { numRuns: 40 },
    );
  });

  it('would write it far more often without a pace', () => {
    const random = () => 0.5;
    expect(busiestWindow(editTogether(world({ isPaced: false, random })).takenAt, PACE.windowMs)).toBeGreaterThan(120);
  });
});
