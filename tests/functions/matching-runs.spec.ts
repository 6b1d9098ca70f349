import { type MatchShard } from '@podmates/domain';
import { SHARD_NUMBERS } from '@podmates/domain/matching';
import { logDefect } from '../../functions/src/runtime/defects';
import { type DesksAtWork, closeDesks, openDesks, proposalOf } from './desks-at-work';
import { givenWaiting, someone } from './people-waiting';

jest.mock('../../functions/src/runtime/defects', () => ({
  ...jest.requireActual<object>('../../functions/src/runtime/defects'),
  logDefect: jest.fn(),
}));

const MONDAY = '2026-03-02T08:00:00Z';
const ids = (count: number, name = 'm') => Array.from({ length: count }, (_, n) => `${name}${n}`);

describe('a run of matching', () => {
  let world: DesksAtWork;
  const shards = async () => (await world.records.matchShards.get()).docs.map((found) => found.data());
  const runs = async () => (await world.records.matchRuns.get()).docs.map((found) => found.data());
  const proposals = async () => (await world.records.proposals.get()).docs.map((found) => found.data());
  const tasks = () => world.tasks.filter(({ task }) => task === 'match-shard').map(({ subjectId }) => subjectId);
  const shardOf = (fields: Partial<MatchShard>): MatchShard => ({
    id: 'round-1:gym:en:younger:0',
    runId: 'round-1',
    seed: 1,
    startedAt: new Date(MONDAY),
    track: 'gym',
    language: 'en',
    isAdult: false,
    part: 0,
    parts: 1,
    from: 0,
    until: SHARD_NUMBERS,
    state: 'waiting',
    read: 0,
    proposed: 0,
    leftOut: [],
    forgetAt: new Date('2026-03-09T08:00:00Z'),
    schemaVersion: 2,
    ...fields,
  });
  const givenShard = (fields: Partial<MatchShard> = {}) =>
    world.records.matchShards.doc(shardOf(fields).id).set(shardOf(fields));

  beforeEach(async () => {
    world = await openDesks('matching-runs', MONDAY);
    jest.mocked(logDefect).mockClear();
  });
  afterAll(closeDesks);

  it('of few people is planned and done in one sweep, once a round', async () => {
    await givenWaiting(world, someone(ids(3)));
    await world.desks.matching.sweep();
    expect(await runs()).toMatchObject([{ people: 3, shards: 1, startedAt: world.now() }]);
    expect(await shards()).toMatchObject([{ state: 'done', read: 3, proposed: 3, parts: 1 }]);
    await givenWaiting(world, someone(['late1', 'late2']));
    await world.desks.matching.sweep();
    expect(await runs()).toHaveLength(1);
    world.at('2026-03-02T08:05:00Z');
    await world.desks.matching.sweep();
    expect(await proposals()).toHaveLength(2);
    await world.settle();
    expect(tasks()).toEqual([]);
  });

  it('plans nothing when nobody waits', async () => {
    await world.desks.matching.sweep();
    expect(await runs()).toEqual([]);
  });

  it('of people who cannot meet anyway has a shard for each kind, and a task for each shard', async () => {
    await givenWaiting(world, [
      ...someone(ids(2, 'en')),
      ...someone(ids(2, 'de'), { member: { language: 'de' } }),
      ...someone(ids(2, 'adult'), { member: { isAdult: true } }),
      ...someone(ids(2, 'net'), { request: { track: 'dotnet-prompting', focus: null } }),
    ]);
    await world.desks.matching.sweep();
    const planned = await shards();
    expect(planned.map(({ track, language, isAdult }) => `${track} ${language} ${isAdult}`).sort()).toEqual([
      'dotnet-prompting en false',
      'gym de false',
      'gym en false',
      'gym en true',
    ]);
    expect(await proposals()).toEqual([]);
    await world.settle();
    expect(tasks().sort()).toEqual(planned.map(({ id }) => id).sort());
    for (const id of tasks()) await world.desks.matching.matchShard(id);
    expect(await proposals()).toHaveLength(4);
    expect((await shards()).every(({ state, read }) => state === 'done' && read === 2)).toBe(true);
  });

  it('matches in each part only those whose number is in it', async () => {
    await givenWaiting(world, [
      ...someone(ids(3, 'low'), { request: { shard: 100 } }),
      ...someone(ids(3, 'high'), { request: { shard: 900 } }),
    ]);
    await givenShard({ parts: 2, until: 512 });
    await world.desks.matching.matchShard('round-1:gym:en:younger:0');
    // The numbers of these were set by hand, and a proposal sets them right before it asks anybody.
    expect(await shards()).toMatchObject([{ read: 3 }]);
    const touched = (await world.records.matchRequests.where('version', '>', 1).get()).docs.map(({ id }) => id);
    expect(touched.every((id) => id.startsWith('low'))).toBe(true);
  });

  describe('tells the next one whom it left out', () => {
    // All three could be with `mid`, who can be with one of them.
    const three = ['early', 'later', 'mid'];
    const hours: Record<string, number[]> = {
      early: [10, 11],
      later: [20, 21, 22, 23, 24, 25],
      mid: [10, 11, 20, 21, 22, 23, 24, 25],
    };
    const givenThree = () =>
      givenWaiting(
        world,
        three.flatMap((id) => someone([id], { request: { hours: hours[id]!, sizes: [2] } })),
      );
    const leftOut = async (runId: string) => (await shards()).find((one) => one.runId === runId)?.leftOut;

    it('by a count that grows in its shard', async () => {
      await givenThree();
      await givenShard({
        leftOut: [{ memberId: 'early', times: 1 }],
        state: 'done',
        startedAt: new Date('2026-03-02T07:00:00Z'),
      });
      await givenShard({ id: 'next', runId: 'next' });
      await world.desks.matching.matchShard('next');
      expect(await leftOut('next')).toEqual([{ memberId: 'early', times: 2 }]);
    });

    it.each([0, 1])('from part %i, where the bucket had two before', async (holder) => {
      await givenThree();
      for (const part of [0, 1])
        await givenShard({
          id: `round-1:gym:en:younger:${part}`,
          part,
          parts: 2,
          from: part * 512,
          until: (part + 1) * 512,
          leftOut: part === holder ? [{ memberId: 'early', times: 1 }] : [],
          state: 'done',
          startedAt: new Date('2026-03-02T07:00:00Z'),
        });
      await givenShard({ id: 'next', runId: 'next' });
      await world.desks.matching.matchShard('next');
      expect(await leftOut('next')).toEqual([{ memberId: 'early', times: 2 }]);
    });
  });

  it('that broke off anywhere is taken up and proposes everybody once', async () => {
    await givenWaiting(world, someone(ids(9)));
    await givenShard();
    const work = () => world.desks.matching.matchShard('round-1:gym:en:younger:0');
    for (const [looks, made] of [
      [0, 0],
      [1, 1],
      [0, 1],
      [1, 2],
    ] as const) {
      world.dieAfter(looks);
      await expect(work()).rejects.toThrow('could not be proposed');
      expect(await proposals()).toHaveLength(made);
    }
    world.revive();
    expect((await shards())[0]?.state).toBe('waiting');
    await work();

    const all = await proposals();
    expect(all.flatMap(({ memberIds }) => memberIds).toSorted()).toEqual(ids(9));
    expect(all.every(({ state, fences }) => state === 'open' && Object.values(fences).every((n) => n === 1))).toBe(
      true,
    );
    const entries = (await world.records.outbox.get()).docs.map(({ id }) => id);
    expect(entries.filter((id) => id.startsWith('pod-proposed:'))).toHaveLength(9);
    expect((await shards())[0]?.state).toBe('done');
    await givenShard(); // as if it had died before it could say that it was done
    await work();
    expect(await proposals()).toEqual(all);
  });

  it('whose task was lost is taken up by a sweep after two minutes', async () => {
    await givenWaiting(world, someone(ids(3)));
    await givenShard({ startedAt: new Date('2026-03-02T07:59:00Z') });
    await world.db.doc('matchRuns/round-5908416').set({});
    await world.desks.matching.sweep();
    expect((await shards()).find(({ runId }) => runId === 'round-1')?.state).toBe('waiting');
    world.at('2026-03-02T08:01:00Z');
    await world.desks.matching.sweep();
    expect((await shards()).find(({ runId }) => runId === 'round-1')?.state).toBe('done');
  });

  it('frees whoever is held by a lock that is over, though nothing expired it, and lets two who agreed be a pod', async () => {
    await givenWaiting(world, someone(ids(3)));
    await world.desks.matching.run();
    const proposalId = await proposalOf(world, 'm0');
    for (const memberId of ['m0', 'm1']) await world.desks.matching.answer(memberId, { proposalId, answer: 'accept' });
    const stray = { proposalId: 'gone', fence: 7, expiresAt: new Date('2026-03-02T09:00:00Z') };
    await givenWaiting(world, [{ id: 'lost', request: { status: 'proposed', lock: stray, fence: 7 } }]);
    world.at('2026-03-03T08:00:00Z');
    await world.desks.matching.sweep();
    expect((await world.records.proposals.doc(proposalId).get()).data()).toMatchObject({ state: 'formed' });
    const lost = (await world.records.matchRequests.doc('lost').get()).data();
    expect(lost).toMatchObject({ status: 'proposed', fence: 8, lock: { fence: 8 } });
    expect(await proposalOf(world, 'm2')).toBe(lost?.lock?.proposalId);
  });

  it('matches at once around somebody who has just come, with those of their kind alone', async () => {
    await givenWaiting(world, [...someone(ids(2)), ...someone(ids(2, 'adult'), { member: { isAdult: true } })]);
    await world.desks.matching.runFor('m0');
    expect((await proposals()).map(({ memberIds }) => memberIds.toSorted())).toEqual([['m0', 'm1']]);
    await world.desks.matching.runFor('nobody');
    expect(await runs()).toEqual([]);
  });
});
