import { type DesksAtWork, aPlan, closeDesks, enter, openDesks } from './desks-at-work';
import { logDefect } from '../../functions/src/runtime/defects';

jest.mock('../../functions/src/runtime/defects', () => ({
  ...jest.requireActual<object>('../../functions/src/runtime/defects'),
  logDefect: jest.fn(),
}));

describe('the outbox', () => {
  let world: DesksAtWork;
  let entryId: string;
  const entry = async () => (await world.records.outbox.doc(entryId).get()).data();
  const sent = () => world.tasks.filter(({ id }) => id === entryId).length;

  beforeEach(async () => {
    world = await openDesks('outbox', '2026-03-02T08:00:00Z');
    await enter(world, 'ana');
    const { sprintId } = await world.desks.sprints.start('ana', aPlan());
    entryId = `run-matching:${sprintId}:v1`;
  });
  afterAll(closeDesks);

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

  it('tries a failed delivery again, later each time, with the same id, and logs no content', async () => {
    world.failNext('tasks', new Error('out of reach of ana'));
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
    expect(logDefect).toHaveBeenCalledTimes(2);
    expect(JSON.stringify(jest.mocked(logDefect).mock.calls)).not.toContain('out of reach');
  });

  it('ignores an entry that does not exist', async () => {
    await expect(world.desks.outbox.deliver('none')).resolves.toBeUndefined();
  });
});
