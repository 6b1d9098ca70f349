import { type DomainError } from '@podmates/domain';
import { type DesksAtWork, aPlan, closeDesks, openDesks, proposalOf, refusalOf } from './desks-at-work';
import { givenWaiting, someone } from './people-waiting';

describe('what members say of one another', () => {
  let world: DesksAtWork;
  const requestOf = async (id: string) => (await world.records.matchRequests.doc(id).get()).data();
  const relationsOf = async (id: string) => (await world.records.relations.doc(id).get()).data();
  const stateOf = async (proposalId: string) => (await world.records.proposals.doc(proposalId).get()).data()?.state;
  const block = (id: string, memberId: string) => world.desks.relations.block(id, { memberId });
  const answer = (id: string, proposalId: string, said: 'accept' | 'rematch' = 'accept') =>
    world.desks.matching.answer(id, { proposalId, answer: said });

  beforeEach(async () => {
    world = await openDesks('matching-relations', '2026-03-02T08:00:00Z');
  });
  afterAll(closeDesks);

  it('keeps two apart from the moment that one blocks the other, whoever of them it is', async () => {
    await givenWaiting(world, someone(['ana', 'ben']));
    await block('ana', 'ben');
    await world.desks.matching.run();
    expect((await world.records.proposals.get()).size).toBe(0);
    expect((await world.desks.matching.preview('ben', aPlan())).people).toBe(0);

    await world.desks.relations.unblock('ana', { memberId: 'ben' });
    await world.desks.matching.run();
    expect(await proposalOf(world, 'ana')).toBe(await proposalOf(world, 'ben'));
  });

  it('closes a proposal that holds both, in the same step, and lets all wait on as long as before', async () => {
    await givenWaiting(world, someone(['ana', 'ben', 'cem']));
    await world.desks.matching.run();
    const proposalId = await proposalOf(world, 'ana');
    await answer('cem', proposalId);
    await block('ana', 'ben');

    const proposal = (await world.records.proposals.doc(proposalId).get()).data();
    expect(proposal?.state).toBe('declined');
    expect(Object.values(proposal?.answers ?? {})).not.toContain('declined');
    for (const id of ['ana', 'ben', 'cem'])
      expect(await requestOf(id)).toMatchObject({ status: 'waiting', lock: null, waitingSince: world.now() });
    expect((await requestOf('ana'))?.blocks).toEqual(['ben']);
    expect(await requestOf('ben')).toMatchObject({ blocks: [], recent: [] });
    expect(await refusalOf(answer('ben', proposalId))).toBe('failed-precondition');
    await world.settle();
    expect(world.tasks.map(({ id }) => id)).toContain(`run-matching:${proposalId}`);
  });

  it('leaves alone a proposal that holds only one of them', async () => {
    await givenWaiting(world, someone(['ana', 'ben']));
    await world.desks.matching.run();
    await block('ana', 'cem');
    expect(await stateOf(await proposalOf(world, 'ana'))).toBe('open');
    expect(await requestOf('ana')).toMatchObject({ status: 'proposed', blocks: ['cem'] });
  });

  it('answers the same for somebody unknown, for somebody blocked already, and without a search', async () => {
    await givenWaiting(world, someone(['ana']));
    for (const id of ['nobody', 'nobody', 'ana']) expect(await refusalOf(block('ana', id))).toBe('accepted');
    expect((await relationsOf('ana'))?.blocks).toEqual(['nobody']);
    expect(await refusalOf(block('dana', 'ana'))).toBe('accepted');
    expect(await requestOf('dana')).toBeUndefined();
  });

  it('tells the other nothing: their documents stay as they were', async () => {
    await givenWaiting(world, someone(['ana', 'ben']));
    const before = await requestOf('ben');
    await block('ana', 'ben');
    expect(await requestOf('ben')).toEqual(before);
    expect(await relationsOf('ben')).toBeUndefined();
    const audits = (await world.records.auditEvents.get()).docs.map((event) => JSON.stringify(event.data()));
    expect(audits.filter((event) => event.includes('ben'))).toEqual([]);
  });

  it('forms no pod of two who may no longer meet, and says what it says of every proposal that is closed', async () => {
    await givenWaiting(world, someone(['ana', 'ben', 'cem', 'dan']));
    await world.desks.matching.run();
    const proposalId = await proposalOf(world, 'ana');
    for (const id of ['ana', 'ben']) await answer(id, proposalId);
    // A report is written by whoever handles it, without a look at proposals.
    await block('cem', 'nobody');
    await world.records.relations.doc('cem').update({ reported: ['ana'] });
    const heard = (id: string) => answer(id, proposalId).catch(({ code, message }: DomainError) => ({ code, message }));
    const closed = 'This proposal is closed. You keep your place, and we look for other people.';
    // The one whose yes closed it hears what everybody hears who comes after the end.
    expect(await heard('cem')).toEqual({ code: 'failed-precondition', message: closed });
    expect(await heard('dan')).toEqual(await heard('cem'));
    expect(await stateOf(proposalId)).toBe('declined');
    for (const id of ['ana', 'ben', 'cem', 'dan']) expect((await requestOf(id))?.status).toBe('waiting');
    expect((await world.records.pods.get()).size).toBe(0);
  });

  it('puts nobody together again within thirty days of a rematch, unless both favour each other', async () => {
    await givenWaiting(world, someone(['ana', 'ben']));
    await world.desks.matching.run();
    await answer('ana', await proposalOf(world, 'ana'), 'rematch');
    expect((await relationsOf('ana'))?.recent).toEqual([{ memberId: 'ben', until: new Date('2026-04-01T08:00:00Z') }]);
    const favour = (id: string, memberId: string) =>
      world.desks.relations.setFavourite(id, { memberId, isFavourite: true });
    await world.desks.matching.run();
    await favour('ana', 'ben');
    await world.desks.matching.run();
    expect((await world.records.proposals.get()).size).toBe(1);
    await favour('ben', 'ana');
    await world.desks.matching.run();
    expect((await requestOf('ben'))?.lock?.proposalId).toBe(await proposalOf(world, 'ana'));
  });

  it('lets them meet again after thirty days, although nobody touched their requests meanwhile', async () => {
    await givenWaiting(world, someone(['ana', 'ben']));
    await world.desks.matching.run();
    await answer('ana', await proposalOf(world, 'ana'), 'rematch');
    world.at('2026-04-01T07:59:59Z');
    await world.desks.matching.run();
    expect((await requestOf('ana'))?.status).toBe('waiting');
    world.at('2026-04-01T08:00:00Z');
    await world.desks.matching.run();
    expect((await requestOf('ana'))?.status).toBe('proposed');
  });

  it('lets somebody ask for other people three times a day', async () => {
    await givenWaiting(world, [
      { id: 'ana', preferences: { sizes: [2], gender: 'woman' } },
      // They look for a woman each, so none of them takes another.
      ...someone(['b1', 'b2', 'b3', 'b4'], { preferences: { gender: 'man', comfort: 'woman' } }),
    ]);
    for (let asked = 0; asked < 3; asked += 1) {
      await world.desks.matching.run();
      expect(await answer('ana', await proposalOf(world, 'ana'), 'rematch')).toEqual({
        state: 'declined',
        podId: null,
      });
    }
    await world.desks.matching.run();
    const fourth = await proposalOf(world, 'ana');
    expect(await refusalOf(answer('ana', fourth, 'rematch'))).toBe('resource-exhausted');
    expect(await stateOf(fourth)).toBe('open');
    await expect(answer('ana', fourth, 'rematch')).rejects.toThrow('You can again tomorrow at 09:00');
  });

  it.each<[string, (id: string) => Promise<unknown>, (id: string) => Promise<unknown>]>([
    ['leaving', (id) => world.desks.matching.cancel(id), (id) => world.desks.matching.request(id)],
    [
      'pausing',
      (id) => world.desks.matching.snooze(id, { until: '2026-03-02T08:00:01Z' }),
      (id) => world.desks.matching.snooze(id, { until: null }),
    ],
  ])('lets nobody leaf through those who wait by %s and coming back', async (_, goes, returns) => {
    await givenWaiting(world, someone(['ana', 'ben']));
    for (let times = 0; times < 3; times += 1) {
      await world.desks.matching.run();
      expect(await proposalOf(world, 'ana')).not.toBe('none');
      await goes('ana');
      if (times < 2) await returns('ana');
    }
    expect(await refusalOf(returns('ana'))).toBe('resource-exhausted');
    world.at('2026-03-02T08:05:00Z');
    await world.desks.matching.sweep();
    expect(['cancelled', 'snoozed']).toContain((await requestOf('ana'))?.status);
    world.at('2026-03-03T08:00:00Z');
    expect(await refusalOf(returns('ana'))).toBe('accepted');
    expect((await requestOf('ana'))?.status).toBe('waiting');
  });
});
