import { type Session } from '@podmates/domain';
import { closeDesks, type DesksAtWork, aPodOf, openDesks } from './desks-at-work';

const at = (minutes: number): Date => new Date(Date.parse('2026-03-02T16:00:00Z') + minutes * 60_000);

describe('whoever waits for their pod', () => {
  let world: DesksAtWork;
  let sessionId: string;
  const session = async (): Promise<Session> => {
    const found = (await world.records.sessions.doc(sessionId).get()).data();
    if (!found) throw new Error('There is no session.');
    return found;
  };
  const join = async (by: string) => {
    const input = { sessionId, commandId: `join-${by}`, expectedVersion: (await session()).version };
    await world.desks.sessions.command(by, { ...input, command: { kind: 'join' } });
  };
  const told = async (event: string) => {
    await world.settle();
    return world.notices
      .filter((notice) => notice.event === event)
      .map(({ memberId }) => memberId)
      .sort();
  };
  const ease = () => Promise.all([1, 2, 3].map(() => world.desks.attendance.easeWaiting(sessionId)));
  const outcome = async (id: string) => (await world.records.attendance(sessionId).doc(id).get()).data();

  beforeEach(async () => {
    world = await openDesks('waiting', '2026-03-02T08:00:00Z');
    await aPodOf(world, ['ana', 'ben', 'cem']);
    sessionId = (await world.records.sessions.get()).docs[0]?.id ?? 'none';
    world.at(at(-5));
    await world.desks.sessions.advance(sessionId);
    await world.settle();
  });
  afterAll(closeDesks);

  it('has two looks planned from the lobby on', async () => {
    await world.settle();
    const planned = world.tasks.filter(({ task }) => task === 'ease-waiting').map(({ runAt }) => runAt);
    expect(planned).toEqual(expect.arrayContaining([at(2), at(10)]));
    expect(planned).toHaveLength(2);
  });

  it('has the missing told at two minutes, each once, whatever runs twice', async () => {
    await join('ana');
    world.at(at(1.9));
    await ease();
    expect(await told('podmates-wait')).toEqual([]);
    world.at(at(2));
    await ease();
    expect(await told('podmates-wait')).toEqual(['ben', 'cem']);
    world.at(at(4));
    await ease();
    expect(await told('podmates-wait')).toEqual(['ben', 'cem']);
  });

  it('has them told also when the first one comes after that', async () => {
    world.at(at(2));
    await ease();
    expect(await told('podmates-wait')).toEqual([]);
    world.at(at(4));
    await join('cem');
    expect(await told('podmates-wait')).toEqual(['ana', 'ben']);
  });

  it('is free at ten minutes, told once, and keeps full credit though they go', async () => {
    await join('ana');
    const first = { id: 'ana', beatAt: at(10.1), isHere: false, editing: null, since: at(-5), earlier: [] };
    await world.records.presence(sessionId).doc('ana').set(first);
    world.at(at(9.9));
    await ease();
    expect((await session()).releasedIds).toEqual([]);
    world.at(at(10));
    await ease();
    expect(await session()).toMatchObject({ releasedIds: ['ana'], state: 'lobby' });
    expect(await told('free-to-go')).toEqual(['ana']);
    world.at(at(20));
    await world.desks.sessions.advance(sessionId);
    expect((await session()).state).toBe('no-quorum');
    expect(await outcome('ana')).toMatchObject({ outcome: 'on-time', credit: 1 });
    expect(await outcome('ben')).toMatchObject({ outcome: 'no-show', credit: 0 });
  });

  it('goes on alone in the same session, into which whoever is late still comes', async () => {
    await join('ana');
    world.at(at(10));
    await ease();
    const { version } = await session();
    const started = { sessionId, commandId: 'start', expectedVersion: version, command: { kind: 'start' } } as const;
    await world.desks.sessions.command('ana', started);
    expect(await session()).toMatchObject({ state: 'live', joinedIds: ['ana'], releasedIds: ['ana'] });
    world.at(at(25));
    await world.desks.sessions.advance(sessionId);
    await join('ben');
    const together = await session();
    expect(together).toMatchObject({ state: 'live', joinedIds: ['ana', 'ben'], hostId: 'ana' });
    expect(together.currentItemId).not.toBeNull();
    expect((await world.records.sessions.where('state', '==', 'live').get()).size).toBe(1);
  });

  it('is nobody when two are there', async () => {
    await join('ana');
    await join('ben');
    world.at(at(10));
    await ease();
    expect((await session()).releasedIds).toEqual([]);
    expect(await told('free-to-go')).toEqual([]);
  });
});
