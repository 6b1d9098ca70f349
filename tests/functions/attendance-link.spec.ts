import { closeDesks, type DesksAtWork, aPodOf, openDesks, refusalOf } from './desks-at-work';

const at = (minutes: number): Date => new Date(Date.parse('2026-03-02T16:00:00Z') + minutes * 60_000);

/** The pod met behind a link of its own; Ana opened the session, and nothing was seen of the others. */
describe('attendance behind a link', () => {
  let world: DesksAtWork;
  let sessionId: string;
  const outcomes = async () => {
    const found = await world.records.attendance(sessionId).get();
    return Object.fromEntries(found.docs.map((one) => [one.id, [one.data().outcome, one.data().credit]]));
  };
  const confirm = (by: string, memberId: string, wasThere: boolean) =>
    world.desks.attendance.confirm(by, { sessionId, memberId, wasThere });

  beforeEach(async () => {
    world = await openDesks('attendance-link', '2026-03-02T08:00:00Z');
    await aPodOf(world, ['ana', 'ben', 'cem']);
    sessionId = (await world.records.sessions.get()).docs[0]?.id ?? 'none';
    world.at(at(-5));
    await world.desks.sessions.advance(sessionId);
    await world.settle();
    await world.db.doc(`sessions/${sessionId}`).update({ video: { kind: 'link', url: 'https://meet.example.org/a' } });
    world.at(at(0));
    for (const kind of ['join', 'start', 'wrap', 'finish'] as const) {
      if (kind === 'wrap') world.at(at(50));
      const { version = 0 } = (await world.records.sessions.doc(sessionId).get()).data() ?? {};
      const input = { sessionId, commandId: kind, expectedVersion: version, command: { kind } };
      await world.desks.sessions.command('ana', input);
    }
  });
  afterAll(closeDesks);

  it('asks each about the others, and holds nobody to what nobody saw', async () => {
    expect(await outcomes()).toEqual({ ana: ['on-time', 1], ben: ['unknown', null], cem: ['unknown', null] });
    await world.settle();
    const asked = world.notices.filter(({ event }) => event === 'attendance-question').map(({ memberId }) => memberId);
    expect(asked.sort()).toEqual(['ana', 'ana', 'ben', 'cem']);
    expect(world.tasks.some(({ id, runAt }) => id.includes('link') && runAt >= at(50 + 24 * 60))).toBe(true);
  });

  it('counts one word for somebody, two against, and one against not at all', async () => {
    await confirm('ana', 'ben', true);
    await confirm('cem', 'ben', false);
    await confirm('ana', 'cem', false);
    world.at(at(50 + 24 * 60));
    await world.desks.attendance.settle(sessionId);
    expect(await outcomes()).toMatchObject({ ben: ['on-time', 1], cem: ['unknown', null] });
  });

  it('counts two who agree that somebody was not there, who then may contest it', async () => {
    await confirm('ana', 'cem', false);
    await confirm('ben', 'cem', false);
    expect(await outcomes()).toMatchObject({ cem: ['no-show', 0] });
    const answer = await world.desks.attendance.contest('cem', { sessionId, reasons: ['was-there'], note: '' });
    expect(answer).toEqual({ state: 'settled', outcome: 'no-show' });
    expect(await refusalOf(confirm('ana', 'cem', true))).toBe('failed-precondition');
  });
});
