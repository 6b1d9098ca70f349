import { type Session } from '@podmates/domain';
import { type DesksAtWork, aPodOf, closeDesks, openDesks } from './desks-at-work';
import { podOf, questions } from './pods-at-work';

/** Ana and Ben meet on Mondays at 17:00 in Berlin, 16:00 UTC; it is the first Monday. */
describe('a pause and the pod', () => {
  let world: DesksAtWork;
  let podId: string;
  const WEEK = { from: '2026-03-02', to: '2026-03-08', kind: 'planned' } as const;
  const sessions = async (): Promise<Session[]> =>
    (await world.records.sessions.where('podId', '==', podId).get()).docs
      .map((found) => found.data())
      .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  const session = async () => (await sessions())[0]!;
  const ask = async (
    memberId: string,
    command: Parameters<DesksAtWork['desks']['sessions']['command']>[1]['command'],
    id = `${memberId}-${command.kind}`,
  ) => {
    const { id: sessionId, version: expectedVersion } = await session();
    return world.desks.sessions.command(memberId, { sessionId, commandId: id, expectedVersion, command });
  };
  const told = (event: string) => world.notices.filter((one) => one.event === event).map(({ memberId }) => memberId);

  beforeEach(async () => {
    world = await openDesks('pauses', '2026-03-02T08:00:00Z');
    podId = await aPodOf(world, ['ana', 'ben']);
  });
  afterAll(closeDesks);

  it('leaves one who comes to meet alone, without a reminder to who rests and without a word against them', async () => {
    const before = await session();
    await world.desks.streaks.planPause('ana', WEEK);
    expect(await session()).toMatchObject({ pausedIds: ['ana'], hostId: 'ben', version: before.version + 1 });
    expect((await podOf(world, podId)).cards.find(({ id }) => id === 'ana')?.pauses).toHaveLength(1);
    world.at(new Date(before.startsAt.getTime() - 3_600_000));
    await world.desks.sessions.sweep();
    world.at(new Date(before.startsAt.getTime() - 600_000));
    await world.desks.sessions.sweep();
    await world.settle();
    expect([...told('session-in-an-hour'), ...told('session-soon')]).toEqual(['ben', 'ben']);
    world.at(new Date(before.startsAt.getTime() + 60_000));
    await ask('ben', { kind: 'join' });
    world.at(new Date(before.startsAt.getTime() + 150_000));
    await world.desks.attendance.easeWaiting(before.id);
    await world.settle();
    expect(told('podmates-wait')).toEqual([]);
    await ask('ben', { kind: 'start' });
    world.at(new Date(before.startsAt.getTime() + before.minutes * 60_000));
    await ask('ben', { kind: 'wrap' });
    await ask('ben', { kind: 'finish' });
    const [ended, next] = await sessions();
    expect(ended).toMatchObject({ state: 'done', attended: { ana: 'excused', ben: 'came' } });
    expect(next).toMatchObject({ state: 'scheduled', pausedIds: [] });
    expect(await questions(world, podId)).toEqual([]);
  });

  it('ended early brings its member back into the sessions that are ahead', async () => {
    await world.desks.streaks.planPause('ana', { ...WEEK, to: '2026-03-12' });
    await world.desks.streaks.planPause('ben', { ...WEEK, from: '2026-03-03' });
    expect(await session()).toMatchObject({ pausedIds: ['ana'] });
    await world.desks.streaks.endPause('ana', { ...WEEK, to: '2026-03-12' });
    expect(await session()).toMatchObject({ pausedIds: ['ana'] }); // it ends with this day
    const tomorrow = { from: '2026-03-03', to: '2026-03-04', kind: 'planned' } as const;
    await world.desks.streaks.planPause('ana', tomorrow);
    await world.desks.streaks.endPause('ana', tomorrow);
    expect((await podOf(world, podId)).cards.find(({ id }) => id === 'ana')?.pauses).toEqual([
      { from: new Date('2026-03-02T03:00:00Z'), until: new Date('2026-03-03T03:00:00Z') },
    ]);
  });

  it('with all of them resting lets the session pass, and says nothing of anybody', async () => {
    await world.desks.streaks.planPause('ana', WEEK);
    await world.desks.streaks.planPause('ben', WEEK);
    const { startsAt } = await session();
    for (const minutes of [-10, 0, 20]) {
      world.at(new Date(startsAt.getTime() + minutes * 60_000));
      await world.desks.sessions.sweep();
    }
    const [ended, next] = await sessions();
    expect(ended).toMatchObject({ state: 'no-quorum', attended: { ana: 'excused', ben: 'excused' } });
    expect(next?.state).toBe('scheduled');
  });

  it('is no vote that others wait for', async () => {
    await world.desks.streaks.planPause('ana', WEEK);
    const { startsAt } = await session();
    const later = new Date(startsAt.getTime() + 7 * 24 * 3_600_000);
    await ask('ben', { kind: 'propose-move', startsAt: later.toISOString() });
    expect(await session()).toMatchObject({ startsAt: later, move: null, pausedIds: [] }); // by then she is back
  });

  it('that begins while a vote is open settles it', async () => {
    const { startsAt } = await session();
    const later = new Date(startsAt.getTime() + 24 * 3_600_000);
    await ask('ben', { kind: 'propose-move', startsAt: later.toISOString() });
    expect((await session()).move).not.toBeNull();
    await world.desks.streaks.planPause('ana', WEEK);
    expect(await session()).toMatchObject({ startsAt: later, move: null, pausedIds: ['ana'] });
  });

  it('is no absence from the pod, however long it is', async () => {
    await world.desks.streaks.planPause('ana', { ...WEEK, to: '2026-03-14' });
    for (const day of ['05', '08', '12', '14']) {
      world.at(`2026-03-${day}T09:00:00Z`);
      await world.desks.pods.noteVisit('ben');
      await world.desks.pods.sweep();
    }
    expect(await podOf(world, podId)).toMatchObject({ memberIds: ['ana', 'ben'], status: 'active', awayIds: [] });
    world.at('2026-03-18T09:00:00Z'); // three days after it ended
    await world.desks.pods.noteVisit('ben');
    await world.desks.pods.sweep();
    expect(await podOf(world, podId)).toMatchObject({ memberIds: ['ana', 'ben'], awayIds: ['ana'] });
  });
});
