import { type DesksAtWork, aPlan, closeDesks, enter, openDesks } from './desks-at-work';
import { Transaction } from 'firebase-admin/firestore';
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

  describe('as its creation is heard of', () => {
    const created = async () => {
      const found = await entry();
      if (!found) throw new Error('Nothing was sent.');
      return found;
    };

    it('goes out without being read or held first', async () => {
      const heard = await created();
      const reads = jest.spyOn(Transaction.prototype, 'get');
      await world.desks.outbox.deliverNew(heard);
      expect(reads).not.toHaveBeenCalled();
      reads.mockRestore();
      expect(sent()).toBe(1);
      expect(await entry()).toMatchObject({ state: 'sent', leasedUntil: null, attempts: 1 });
      await world.desks.outbox.deliver(entryId);
      expect(sent()).toBe(1);
    });

    it('goes out under the same id when it is heard of twice, or when its sender dies before the mark', async () => {
      const heard = await created();
      await Promise.all([world.desks.outbox.deliverNew(heard), world.desks.outbox.deliverNew(heard)]);
      expect(new Set(world.tasks.map(({ id }) => id))).toEqual(new Set([entryId]));
      await world.records.outbox.doc(entryId).set(heard); // as if neither had marked it
      world.at('2026-03-02T08:01:00Z');
      await world.desks.outbox.resend();
      expect(sent()).toBe(3);
      expect((await entry())?.state).toBe('sent');
    });

    it('waits for the next try when it fails, and stays sent when another sender had more luck', async () => {
      const heard = await created();
      world.failNext('tasks', new Error('out of reach'));
      await world.desks.outbox.deliverNew(heard);
      const tried = { state: 'waiting', attempts: 1, leasedUntil: new Date('2026-03-02T08:01:00Z') };
      expect(await entry()).toMatchObject(tried);
      await world.desks.outbox.deliverNew(heard);
      world.failNext('tasks', new Error('out of reach'));
      await world.desks.outbox.deliverNew(heard);
      expect(await entry()).toMatchObject({ state: 'sent', leasedUntil: null });
    });

    it('is left to whoever holds it when it is heard of late', async () => {
      const heard = await created();
      world.at('2026-03-02T08:00:31Z');
      const held = { ...heard, attempts: 1, leasedUntil: new Date('2026-03-02T08:02:00Z') };
      await world.records.outbox.doc(entryId).set(held);
      await world.desks.outbox.deliverNew(heard);
      expect(sent()).toBe(0);
    });
  });

  it('ignores an entry that does not exist', async () => {
    await expect(world.desks.outbox.deliver('none')).resolves.toBeUndefined();
  });
});
