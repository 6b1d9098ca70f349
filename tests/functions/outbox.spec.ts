import { type DesksAtWork, aPlan, enter, openDesks } from './desks-at-work';

describe('the outbox', () => {
  let world: DesksAtWork;
  let entryId: string;
  const entry = async () => (await world.records.outbox.doc(entryId).get()).data();
  const sent = () => world.tasks.filter(({ id }) => id === entryId).length;

  beforeEach(async () => {
    world = openDesks('outbox', '2026-03-02T08:00:00Z');
    await enter(world, 'ana');
    const { sprintId } = await world.desks.sprints.start('ana', aPlan());
    entryId = `run-matching:${sprintId}`;
  });
  afterEach(() => world.close());

  it('delivers an entry once, however many senders come', async () => {
    await Promise.all([world.desks.outbox.deliver(entryId), world.desks.outbox.deliver(entryId)]);
    await world.desks.outbox.deliver(entryId);
    expect(sent()).toBe(1);
    expect(await entry()).toMatchObject({ state: 'sent', leasedUntil: null, attempts: 1 });
  });

  it('leaves an entry that was just written to its own trigger, and takes over what was forgotten', async () => {
    await world.desks.outbox.resend();
    expect(sent()).toBe(0);
    world.at('2026-03-02T08:01:00Z');
    await world.desks.outbox.resend();
    expect(sent()).toBe(1);
  });

  it('tries a failed delivery again, later each time, with the same id', async () => {
    world.failNext('tasks', new Error('out of reach'));
    await world.desks.outbox.deliver(entryId);
    expect(await entry()).toMatchObject({
      state: 'waiting',
      attempts: 1,
      leasedUntil: new Date('2026-03-02T08:01:00Z'),
    });
    world.at('2026-03-02T08:01:00Z');
    world.failNext('tasks', new Error('out of reach'));
    await world.desks.outbox.deliver(entryId);
    expect((await entry())?.leasedUntil).toEqual(new Date('2026-03-02T08:03:00Z'));
    world.at('2026-03-02T08:03:00Z');
    await world.desks.outbox.resend();
    expect(sent()).toBe(1);
    expect((await entry())?.state).toBe('sent');
  });

  it('ignores an entry that does not exist', async () => {
    await expect(world.desks.outbox.deliver('none')).resolves.toBeUndefined();
  });
});
