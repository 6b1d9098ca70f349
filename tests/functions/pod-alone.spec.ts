import { type DesksAtWork, aCheckIn, aPlan, aPodOf, closeDesks, openDesks, slotsOfSprint } from './desks-at-work';
import { checkPods, memberOf, podOf, requestOf, say, sprintOf } from './pods-at-work';

describe('one who is left of a pod and looks for nobody', () => {
  let world: DesksAtWork;
  let podId: string;

  beforeEach(async () => {
    world = await openDesks('pod-alone', '2026-03-02T08:00:00Z');
    podId = await aPodOf(world, ['ana', 'ben']);
    await world.desks.pods.leave('ben', { podId, looksForAnother: false });
  });
  afterEach(() => checkPods(world));
  afterAll(closeDesks);

  it('goes on alone until the sprint is over, and then looks for a pod again', async () => {
    await say(world, { podId, memberId: 'ana', kind: 'degraded', option: 'solo' });
    const sprint = await sprintOf(world, 'ana');
    for (const slot of await slotsOfSprint(world, sprint?.id ?? '')) {
      world.at(new Date(slot.graceEndsAt.getTime() + 3_600_000));
      await world.desks.streaks.closeSlot(slot.id);
    }
    expect(await podOf(world, podId)).toMatchObject({ status: 'ended', memberIds: [] });
    expect(await memberOf(world, 'ana')).toMatchObject({ podId: null, activeSprintId: null });
    await world.desks.sprints.start('ana', aPlan({ clientMutationId: 'plan-2' }));
    expect((await requestOf(world, 'ana'))?.status).toBe('waiting');
  });

  it('ends the sprint with what is still to come counted as kept, and the streak as it was', async () => {
    const sprint = await sprintOf(world, 'ana');
    const [first, ...others] = await slotsOfSprint(world, sprint?.id ?? '');
    world.at('2026-03-02T17:30:00Z');
    await world.desks.checkins.checkIn('ana', aCheckIn(first!));
    await say(world, { podId, memberId: 'ana', kind: 'degraded', option: 'exit' });
    const states = (await slotsOfSprint(world, sprint?.id ?? '')).map(({ state }) => state);
    expect(states).toEqual(['done', ...others.map(() => 'excused')]);
    expect(await sprintOf(world, 'ana')).toMatchObject({ status: 'ended', podId: null });
    expect(await memberOf(world, 'ana')).toMatchObject({ podId: null, activeSprintId: null });
    expect((await world.records.streaks.doc('ana').get()).data()).toMatchObject({ current: 1, best: 1 });
    expect(await podOf(world, podId)).toMatchObject({ status: 'ended' });
  });
});
