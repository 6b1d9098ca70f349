import { actionsOf, type CoachAtWork, docsOf, end, firstSession, meet } from './coach-at-work';
import { Crash, crashAt } from './crashing';
import { closeDesks, openDesks } from './desks-at-work';

// Deaths are logged as the defects that they are.
jest.mock('../../functions/node_modules/firebase-functions/lib/logger', () => ({ error: jest.fn(), warn: jest.fn() }));

const MINUTE_MS = 60_000;

describe('the coach, wherever its server dies', () => {
  let at: CoachAtWork;
  afterAll(closeDesks);

  const unlessCrashed = (error: unknown): void => {
    if (!(error instanceof Crash)) throw error;
  };
  /** What a queue, a trigger and the sweepers do in the end, each more than once, minutes apart. */
  const redeliver = async (): Promise<void> => {
    const { world } = at;
    for (let round = 0; round < 3; round += 1) {
      world.at(new Date(world.now().getTime() + 3 * MINUTE_MS));
      await world.desks.outbox.resend();
      await world.settle();
      for (const { task, subjectId } of world.tasks.filter(({ task: name }) => name === 'coach-session'))
        await world.desks.coach.run(subjectId).then(() => expect(task).toBe('coach-session'));
      await world.desks.coach.sweep();
    }
  };

  /** The end of a session, the delivery of its task, and the work, with one death on the way. */
  const story = async (nth: number, when: 'before' | 'after') => {
    const world = await openDesks('coach-crashes', '2026-03-02T08:00:00Z');
    at = await firstSession(world, ['ana', 'ben']);
    await meet(
      at,
      ['ana', 'ben'],
      [
        ['ana', 'win', 'Squatted 80 kg for five'],
        ['ana', 'next', 'Book the trainer on Monday'],
        ['ben', 'block', 'My knee hurts since Tuesday'],
      ],
    );
    await world.settle();
    const over = crashAt(world, nth, when);
    await end(at).catch(async (error: unknown) => {
      unlessCrashed(error);
      await end(at).catch(() => undefined); // asked again, which answers the same, or finds the session over
    });
    await world.settle().catch(unlessCrashed);
    await world.desks.coach.run(at.sessionId).catch(unlessCrashed);
    const hasCrashed = over();
    await redeliver();
    const told = world.notices.filter(({ event }) => event === 'summary-ready' || event === 'pause-offered');
    const docs = await docsOf(at);
    return {
      hasCrashed,
      left: {
        docs: docs.map(({ version, status, lines, quiz, presence }) => ({ version, status, lines, quiz, presence })),
        actions: (await actionsOf(at)).map(({ memberId, text, status }) => `${memberId} ${status} ${text}`),
        told: told.map(({ id, memberId, event }) => `${event} ${memberId} ${id}`).sort(),
        run: (await world.records.coachRuns.doc(at.sessionId).get()).get('state') as unknown,
        marks: (await world.records.auditEvents.where('cause', '==', 'coachSession').get()).size,
        feed: (await world.records.feed(at.podId).where('kind', '==', 'session-done').get()).size,
      },
    };
  };

  it('makes one summary, with its steps and news once, before or after whatever transaction it dies', async () => {
    const { left: expected } = await story(1000, 'before');
    expect(expected).toMatchObject({ docs: [{ version: 1, status: 'ready' }], run: 'done', marks: 1, feed: 1 });
    expect(expected.actions).toEqual(['ana draft Book the trainer on Monday']);
    expect(expected.told).toHaveLength(3);
    let points = 0;
    for (const when of ['before', 'after'] as const)
      for (let nth = 1; ; nth += 1) {
        const { left, hasCrashed } = await story(nth, when);
        expect([when, nth, left]).toEqual([when, nth, expected]);
        if (!hasCrashed) break;
        points += 1;
        expect(nth).toBeLessThan(40);
      }
    expect(points).toBeGreaterThan(5);
  }, 240_000);

  it('shows each stage of its work before it begins with it', async () => {
    const world = await openDesks('coach-crashes', '2026-03-02T08:00:00Z');
    at = await firstSession(world, ['ana', 'ben']);
    await meet(at, ['ana', 'ben'], [['ana', 'win', 'Squatted 80 kg for five']]);
    await end(at);
    const seen = [];
    for (const nth of [1, 2, 3]) {
      seen.push((await docsOf(at))[0]?.progress);
      const over = crashAt(world, nth, 'after');
      await world.desks.coach.run(at.sessionId).catch(unlessCrashed);
      over();
      world.at(new Date(world.now().getTime() + 2 * MINUTE_MS));
    }
    expect([...seen, (await docsOf(at))[0]?.progress]).toEqual(['waiting', 'reading', 'writing', 'done']);
  });

  it('makes one summary of two deliveries at the same time', async () => {
    const world = await openDesks('coach-crashes', '2026-03-02T08:00:00Z');
    at = await firstSession(world, ['ana', 'ben']);
    await meet(at, ['ana', 'ben'], [['ana', 'win', 'Squatted 80 kg for five']]);
    await end(at);
    const both = await Promise.allSettled([1, 2].map(() => world.desks.coach.run(at.sessionId)));
    expect(both.some(({ status }) => status === 'fulfilled')).toBe(true);
    await world.settle();
    expect(await docsOf(at)).toMatchObject([{ version: 1, status: 'ready' }]);
    expect(world.notices.filter(({ event }) => event === 'summary-ready')).toHaveLength(2);
  });
});
