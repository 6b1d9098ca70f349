import { type DesksAtWork, aPlan, closeDesks, enter, openDesks, refusalOf, slotsOfSprint } from './desks-at-work';

describe('the sprint desk', () => {
  let world: DesksAtWork;
  beforeEach(async () => {
    world = await openDesks('sprints', '2026-03-02T08:00:00Z');
    await enter(world, 'ana');
  });
  afterAll(closeDesks);

  it('freezes all slots, asks for a match, and plans only the work of the next seven days', async () => {
    const { sprintId } = await world.desks.sprints.start('ana', aPlan());
    await world.settle();
    expect(await slotsOfSprint(world, sprintId)).toHaveLength(18);
    expect((await world.records.members.doc('ana').get()).data()?.activeSprintId).toBe(sprintId);
    expect((await world.records.matchRequests.doc('ana').get()).data()).toMatchObject({ status: 'waiting', sprintId });
    expect((await world.records.streaks.doc('ana').get()).data()?.days).toHaveLength(18);
    const planned = world.tasks.map(({ task, subjectId }) => `${task} ${subjectId}`).sort();
    const slots = [0, 1, 2].map((seq) => `close-slot ${sprintId}_${seq}`);
    expect(planned).toEqual([...slots, 'run-matching ana']);
    // Monday's slot ends with the member's day at 04:00 in Berlin, 12 hours of grace and 15 minutes later.
    const first = world.tasks.find(({ subjectId }) => subjectId === `${sprintId}_0`);
    expect(first?.runAt).toEqual(new Date('2026-03-03T15:15:00Z'));
  });

  it('starts one sprint of the same plan sent twice, also at the same moment', async () => {
    const [first, second] = await Promise.all([
      world.desks.sprints.start('ana', aPlan()),
      world.desks.sprints.start('ana', aPlan()),
    ]);
    expect(first).toEqual(second);
    expect((await world.records.sprints.get()).size).toBe(1);
    expect((await world.records.slots.get()).size).toBe(18);
  });

  it('refuses a second sprint beside a running one, and another member may use the same mutation id', async () => {
    const { sprintId } = await world.desks.sprints.start('ana', aPlan());
    const second = world.desks.sprints.start('ana', aPlan({ clientMutationId: 'plan-2' }));
    expect(await refusalOf(second)).toBe('failed-precondition');
    await enter(world, 'ben');
    const other = await world.desks.sprints.start('ben', aPlan());
    expect(other.sprintId).not.toBe(sprintId);
  });

  it('refuses a bad plan with its fields, and leaves nothing behind', async () => {
    const [slot] = aPlan().slots;
    const plan = aPlan({ backup: slot ?? aPlan().backup });
    await expect(world.desks.sprints.start('ana', plan)).rejects.toMatchObject({
      code: 'invalid-argument',
      fields: [expect.objectContaining({ path: 'backup' })],
    });
    expect((await world.records.slots.get()).size).toBe(0);
    expect((await world.records.outbox.get()).size).toBe(0);
  });

  describe('and other hours for a pod', () => {
    const requestOf = async (id: string) => (await world.records.matchRequests.doc(id).get()).data();
    const thursday = [{ weekday: 4, start: '18:00', end: '20:00' }];
    const meetsFor = (id: string) =>
      world.tasks.filter((task) => task.task === 'run-matching' && task.subjectId === id);

    it('gives them to the sprint and to a request that waits, which is matched anew at once', async () => {
      const { sprintId } = await world.desks.sprints.start('ana', aPlan());
      await world.desks.sprints.changeAvailability('ana', { availability: thursday });
      expect((await world.records.sprints.doc(sprintId).get()).data()).toMatchObject({
        availability: thursday,
        version: 2,
      });
      // 18:00 in Berlin is 17:00 UTC in March.
      expect(await requestOf('ana')).toMatchObject({ status: 'waiting', hours: [89, 90], version: 2 });
      const audited = await world.records.auditEvents.where('cause', '==', 'saveAvailability').get();
      expect(audited.docs.map((event) => event.data().entity).sort()).toEqual([
        'matchRequests/ana',
        `sprints/${sprintId}`,
      ]);
      await world.settle();
      expect(meetsFor('ana')).toHaveLength(2);
    });

    it('leaves a queue alone that the member has left', async () => {
      await world.desks.sprints.start('ana', aPlan());
      await world.desks.matching.cancel('ana');
      const before = await requestOf('ana');
      await world.desks.sprints.changeAvailability('ana', { availability: thursday });
      expect(await requestOf('ana')).toEqual(before);
    });

    it('refuses hours that cannot be, and hours without a sprint', async () => {
      const early = world.desks.sprints.changeAvailability('ana', { availability: thursday });
      expect(await refusalOf(early)).toBe('failed-precondition');
      await world.desks.sprints.start('ana', aPlan());
      const short = [{ weekday: 4, start: '18:00', end: '18:30' }];
      await expect(world.desks.sprints.changeAvailability('ana', { availability: short })).rejects.toMatchObject({
        code: 'invalid-argument',
        fields: [expect.objectContaining({ path: 'availability' })],
      });
    });
  });

  describe('and the search for a pod', () => {
    const requestOf = async (id: string) => (await world.records.matchRequests.doc(id).get()).data();
    const AFTER_THE_LAST_SLOT = '2026-04-20T08:00:00Z';

    it('ends a search that is still waiting when its sprint is completed', async () => {
      await world.desks.sprints.start('ana', aPlan());
      world.at(AFTER_THE_LAST_SLOT);
      await world.desks.streaks.sweep();
      expect(await requestOf('ana')).toMatchObject({ status: 'cancelled', lock: null, version: 2 });
      await enter(world, 'ben');
      await world.desks.sprints.start('ben', aPlan());
      await world.desks.matching.run();
      expect((await world.records.proposals.get()).size).toBe(0);
    });

    it('declines an open proposal for a member whose sprint is completed, and the other waits on', async () => {
      await world.desks.sprints.start('ana', aPlan());
      world.at('2026-03-23T08:00:00Z');
      await enter(world, 'ben');
      await world.desks.sprints.start('ben', aPlan());
      world.at('2026-04-13T08:00:00Z'); // ana's last slot has ended, and is not closed yet
      await world.desks.matching.run();
      expect((await requestOf('ana'))?.status).toBe('proposed');
      world.at('2026-04-13T19:00:00Z');
      await world.desks.streaks.sweep();
      expect((await requestOf('ana'))?.status).toBe('cancelled');
      expect((await requestOf('ben'))?.status).toBe('waiting');
      const states = (await world.records.proposals.get()).docs.map((found) => found.data().state);
      expect(states).toEqual(['declined']);
    });

    it('numbers the searches on from sprint to sprint, each step with its audit event', async () => {
      const first = await world.desks.sprints.start('ana', aPlan());
      world.at(AFTER_THE_LAST_SLOT);
      await world.desks.streaks.sweep();
      const second = await world.desks.sprints.start('ana', aPlan({ clientMutationId: 'plan-2' }));
      expect(await requestOf('ana')).toMatchObject({ status: 'waiting', sprintId: second.sprintId, version: 3 });
      const events = await world.records.auditEvents.where('entity', '==', 'matchRequests/ana').get();
      const steps = events.docs
        .map((event) => event.data())
        .sort((a, b) => a.version - b.version)
        .map(({ id, from, to, cause }) => [id, from, to, cause]);
      expect(steps).toEqual([
        [`match-request:ana:${first.sprintId}:v1`, null, 'waiting', 'startSprint'],
        [`match-request:ana:${first.sprintId}:v2`, 'waiting', 'cancelled', 'completeSprint'],
        [`match-request:ana:${second.sprintId}:v3`, 'cancelled', 'waiting', 'startSprint'],
      ]);
    });
  });
});
