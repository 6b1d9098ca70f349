import { DomainError, type MatchRequest, type Pod, type Proposal } from '@podmates/domain';
import { type DesksAtWork, closeDesks, openDesks } from './desks-at-work';
import { givenWaiting, someone } from './people-waiting';
import { isPassing } from '../../functions/src/runtime/defects';

jest.mock('../../functions/src/runtime/defects', () => ({
  ...jest.requireActual<object>('../../functions/src/runtime/defects'),
  logDefect: jest.fn(),
}));

const HISTORIES = 200;
const STEPS = { firstDay: 5, nextDay: 2 } as const;
/** Histories at a time: each waits for its own documents, and the database is busy with the others meanwhile. */
const LANES = 32;
const [MONDAY, TUESDAY] = ['2026-03-02T08:00:00Z', '2026-03-03T08:00:00Z'];

/** Mulberry32: numbers from 0 up to 1 that follow from the seed, so that a history can be told again. */
const chancesOf = (seed: number) => {
  let state = seed;
  return (): number => {
    state += 0x6d2b79f5;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};
const languageOf = (history: number) => String.fromCharCode(97 + Math.floor(history / 26), 97 + (history % 26));
const idsOf = (history: number) => ['ana', 'ben', 'cem'].map((name) => `${name}-${history}`);
const inLanes = async (work: (history: number) => Promise<void>): Promise<void> => {
  const lanes = Array.from({ length: LANES }, async (_, lane) => {
    for (let history = lane; history < HISTORIES; history += LANES) await work(history);
  });
  await Promise.all(lanes);
};

describe('three people who race, in 200 histories on the database', () => {
  let world: DesksAtWork;
  let requests: MatchRequest[];
  let proposals: Proposal[];
  let pods: Pod[];
  /** In the order in which calls began and ended: when a block had been answered, and when a pod's last yes was asked. */
  let order = 0;
  const blockedAt: { readonly ids: readonly string[]; readonly at: number }[] = [];
  const agreedAt = new Map<string, number>();

  /** Refused, or too much at once, is everyday life and changes nothing; anything else is a defect. */
  const attempt = async <T>(act: () => Promise<T>): Promise<T | null> => {
    try {
      return await act();
    } catch (error) {
      if (error instanceof DomainError || isPassing(error) || String(error).includes('could not be proposed'))
        return null;
      throw error;
    }
  };

  const answerAll = async (id: string, answer: 'accept' | 'rematch'): Promise<void> => {
    const mine = await world.records.proposals.where('memberIds', 'array-contains', id).get();
    for (const { id: proposalId } of mine.docs) {
      const began = (order += 1);
      const answered = await attempt(() => world.desks.matching.answer(id, { proposalId, answer }));
      if (answered?.podId && !agreedAt.has(answered.podId)) agreedAt.set(answered.podId, began);
    }
  };

  const block = async (id: string, other: string): Promise<void> => {
    const done = await attempt(() => world.desks.relations.block(id, { memberId: other }).then(() => true));
    if (done && id !== other) blockedAt.push({ ids: [id, other], at: (order += 1) });
  };

  const expireAll = async (id: string): Promise<void> => {
    const mine = await world.records.proposals.where('memberIds', 'array-contains', id).get();
    for (const found of mine.docs) await attempt(() => world.desks.matching.expire(found.id));
  };

  const step = async (ids: readonly string[], chance: () => number): Promise<void> => {
    const kind = chance();
    const id = ids[Math.floor(chance() * ids.length)] ?? '';
    const other = ids[Math.floor(chance() * ids.length)] ?? '';
    const { matching, accounts } = world.desks;
    if (kind < 0.6) return answerAll(id, 'accept');
    if (kind < 0.65) return answerAll(id, 'rematch');
    if (kind < 0.71) return block(id, other);
    if (kind < 0.77) return expireAll(id);
    await attempt(async () => {
      if (kind < 0.82) return matching.cancel(id);
      if (kind < 0.86) return matching.snooze(id, { until: '2026-03-20T08:00:00Z' });
      if (kind < 0.89) return accounts.setStatus({ actorId: 'mod', memberId: id, status: 'suspended' });
      return matching.runFor(id);
    });
  };

  /** Some of the steps two at a time, so that their transactions meet. */
  const live = async (history: number, steps: number): Promise<void> => {
    const ids = idsOf(history);
    const chance = chancesOf(history * 100 + steps);
    await attempt(() => world.desks.matching.runFor(ids[0] ?? ''));
    for (let n = 0; n < steps; n += 1)
      await Promise.all(Array.from({ length: chance() < 0.25 ? 2 : 1 }, () => step(ids, chance)));
  };

  beforeAll(async () => {
    world = await openDesks('matching-races', MONDAY);
    // A language each: nobody of one history meets anybody of another.
    const everybody = Array.from({ length: HISTORIES }, (_, history) =>
      someone(idsOf(history), { member: { language: languageOf(history) } }),
    );
    await givenWaiting(world, everybody.flat());
    await inLanes((history) => live(history, STEPS.firstDay));
    world.at(TUESDAY);
    await inLanes((history) => live(history, STEPS.nextDay));
    for (let swept = 0; swept < 3; swept += 1) await world.desks.matching.sweep();
    requests = (await world.records.matchRequests.get()).docs.map((found) => found.data());
    proposals = (await world.records.proposals.get()).docs.map((found) => found.data());
    pods = (await world.records.pods.get()).docs.map((found) => found.data());
  }, 300_000);
  afterAll(closeDesks);

  it('put nobody into two pods, nor into two open proposals', () => {
    const inPods = pods.flatMap(({ memberIds }) => memberIds);
    expect(new Set(inPods).size).toBe(inPods.length);
    const asked = proposals.filter(({ state }) => state === 'open').flatMap(({ memberIds }) => memberIds);
    expect(new Set(asked).size).toBe(asked.length);
    expect(pods.length).toBeGreaterThan(HISTORIES / 5);
  });

  it('formed pods of two to four who all said yes, one for each proposal that was formed', () => {
    const formed = proposals.filter(({ state }) => state === 'formed');
    expect(formed.map(({ podId }) => podId).toSorted()).toEqual(pods.map(({ id }) => id).toSorted());
    for (const { memberIds, answers } of formed) {
      expect([2, 3, 4]).toContain(memberIds.length);
      expect(memberIds.map((id) => answers[id])).toEqual(memberIds.map(() => 'accepted'));
    }
  });

  it('formed every pod that all had said yes to in time', () =>
    expect(
      proposals.filter(
        ({ state, answers }) => state !== 'formed' && Object.values(answers).every((said) => said === 'accepted'),
      ),
    ).toEqual([]));

  it('formed no pod of two of whom one had blocked the other before the last yes was asked for', () => {
    const broken = pods.filter(({ id, memberIds }) =>
      blockedAt.some(({ ids, at }) => ids.every((one) => memberIds.includes(one)) && at < (agreedAt.get(id) ?? 0)),
    );
    expect(broken).toEqual([]);
    expect(agreedAt.size).toBeGreaterThan(0);
  });

  it('matched exactly those who are in a pod, and held nobody else than open proposals do', () => {
    const inPods = new Set(pods.flatMap(({ memberIds }) => memberIds));
    expect(requests.filter(({ id, status }) => (status === 'matched') !== inPods.has(id))).toEqual([]);
    for (const { id, status, lock } of requests) {
      expect(lock === null).toBe(status !== 'proposed');
      const holder = proposals.find((one) => one.id === lock?.proposalId);
      if (lock) expect(holder).toMatchObject({ state: 'open', fences: { [id]: lock.fence } });
    }
  });

  it('left no lock that is over', () =>
    expect(requests.filter(({ lock }) => lock && lock.expiresAt <= world.now())).toEqual([]));

  it('gave each lock of a member the next fence, and no fence twice', () => {
    for (const { id, fence } of requests) {
      const given = proposals.flatMap(({ fences }) => fences[id] ?? []).sort((a, b) => a - b);
      expect(given).toEqual(Array.from({ length: fence }, (_, n) => n + 1));
    }
  });

  it('wrote one audit event for each step of each proposal', async () => {
    const events = (await world.records.auditEvents.where('entity', '>=', 'proposals/').get()).docs
      .map((found) => found.data())
      .filter(({ entity }) => entity.startsWith('proposals/'));
    expect(events).toHaveLength(proposals.reduce((sum, { version }) => sum + version, 0));
  });
});
