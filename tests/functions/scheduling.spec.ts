import { type Session, type SessionCommand } from '@podmates/domain';
import { type DesksAtWork, aPodOf, closeDesks, openDesks, refusalOf } from './desks-at-work';

/** The first meeting of the pod is on this Monday at 17:00 in Berlin. */
const OLD = '2026-03-02T16:00:00.000Z';
const NEW = '2026-03-03T18:00:00.000Z';

describe('times of a pod', () => {
  let world: DesksAtWork;
  let podId: string;
  let sessionId: string;
  const session = async (): Promise<Session> => {
    const found = (await world.records.sessions.doc(sessionId).get()).data();
    if (!found) throw new Error(`There is no session ${sessionId}.`);
    return found;
  };
  const command = async (by: string, command: SessionCommand, commandId: string, expectedVersion?: number) =>
    world.desks.sessions.command(by, {
      sessionId,
      commandId,
      expectedVersion: expectedVersion ?? (await session()).version,
      command,
    });
  const answer = (by: string, said: 'agree' | 'decline', commandId = `${by}-${said}`) =>
    command(by, { kind: 'answer-move', startsAt: NEW, answer: said }, commandId);
  const move = async (): Promise<void> => {
    await command('ana', { kind: 'propose-move', startsAt: NEW }, 'move');
    await answer('ben', 'agree');
  };
  const told = async (event: string): Promise<string[]> => {
    await world.settle();
    return world.notices
      .filter((notice) => notice.event === event)
      .map(({ memberId }) => memberId)
      .sort();
  };
  const advance = () => world.desks.sessions.advance(sessionId);
  const auditOf = async (id: string) => (await world.records.auditEvents.doc(id).get()).data();

  beforeEach(async () => {
    world = await openDesks('scheduling', '2026-03-02T08:00:00Z');
    podId = await aPodOf(world, ['ana', 'ben']);
    sessionId = (await world.records.sessions.get()).docs[0]?.id ?? 'none';
    expect((await session()).startsAt.toISOString()).toBe(OLD);
  });
  afterAll(closeDesks);

  describe('reminders', () => {
    it('have their task an hour before the start', async () => {
      await world.settle();
      const tasks = world.tasks.filter(({ task }) => task === 'remind-session');
      expect(tasks.map(({ runAt }) => runAt.toISOString())).toEqual(['2026-03-02T15:00:00.000Z']);
    });

    it('are one each, an hour and ten minutes before, however often anything is delivered', async () => {
      world.at('2026-03-02T14:59:59Z');
      await advance();
      expect(await told('session-in-an-hour')).toEqual([]);
      world.at('2026-03-02T15:00:00Z');
      for (let n = 0; n < 3; n += 1) await advance();
      await world.desks.sessions.sweep();
      expect(await told('session-in-an-hour')).toEqual(['ana', 'ben']);
      world.at('2026-03-02T15:50:00Z');
      for (let n = 0; n < 3; n += 1) await advance();
      await world.desks.sessions.sweep();
      expect(await told('session-soon')).toEqual(['ana', 'ben']);
      expect(await told('session-in-an-hour')).toEqual(['ana', 'ben']);
      expect(new Set(world.notices.map(({ id }) => id)).size).toBe(world.notices.length);
    });

    it('are one each when two deliveries meet', async () => {
      world.at('2026-03-02T15:00:00Z');
      await Promise.allSettled([advance(), advance(), world.desks.sessions.sweep()]);
      await advance();
      expect(await told('session-in-an-hour')).toEqual(['ana', 'ben']);
    });

    it.each([0, 1, 2, 3])(
      'are one each when the server dies after %d steps and the task comes again',
      async (looks) => {
        world.at('2026-03-02T15:00:00Z');
        world.dieAfter(looks);
        await advance().catch(() => undefined);
        await world.settle().catch(() => undefined);
        world.revive();
        await advance();
        await world.settle();
        world.at('2026-03-02T15:10:00Z');
        await world.desks.outbox.resend();
        expect(await told('session-in-an-hour')).toEqual(['ana', 'ben']);
      },
    );

    it('are sent again when the notifier was away, with the same id', async () => {
      world.at('2026-03-02T15:00:00Z');
      world.failNext('notifier', new Error('away'));
      await advance();
      await world.settle();
      world.at('2026-03-02T15:10:00Z');
      await world.desks.outbox.resend();
      expect(await told('session-in-an-hour')).toEqual(['ana', 'ben']);
    });

    it('of a session that moved come at its new time and not at the old one', async () => {
      await move();
      world.at('2026-03-02T15:00:00Z');
      await advance();
      world.at('2026-03-02T15:50:00Z');
      await advance();
      expect(await told('session-in-an-hour')).toEqual([]);
      expect((await session()).state).toBe('scheduled');
      expect(
        world.tasks.filter(({ task }) => task === 'remind-session').map(({ runAt }) => runAt.toISOString()),
      ).toEqual(['2026-03-02T15:00:00.000Z', '2026-03-03T17:00:00.000Z']);
      world.at('2026-03-03T17:00:00Z');
      await advance();
      world.at('2026-03-03T17:50:00Z');
      await advance();
      expect(await told('session-in-an-hour')).toEqual(['ana', 'ben']);
      expect(await told('session-soon')).toEqual(['ana', 'ben']);
    });

    it('come for each time of a session that moved after the first of them', async () => {
      world.at('2026-03-02T15:00:00Z');
      await advance();
      await move();
      world.at('2026-03-03T17:00:00Z');
      await advance();
      expect(await told('session-in-an-hour')).toEqual(['ana', 'ana', 'ben', 'ben']);
    });

    it('are none for a session that is called off', async () => {
      await command('ben', { kind: 'cannot-come' }, 'out');
      world.at('2026-03-02T15:00:00Z');
      await advance();
      expect(await told('session-in-an-hour')).toEqual([]);
    });
  });

  describe('a move', () => {
    it('is proposed once, tells the other, and moves the session and its audit event together', async () => {
      const first = await command('ana', { kind: 'propose-move', startsAt: NEW }, 'move', 1);
      expect(await command('ana', { kind: 'propose-move', startsAt: NEW }, 'move', 1)).toEqual(first);
      expect(await told('time-proposed')).toEqual(['ben']);
      expect((await session()).startsAt.toISOString()).toBe(OLD);
      await answer('ben', 'agree', 'yes');
      await answer('ben', 'agree', 'yes');
      expect(await session()).toMatchObject({ startsAt: new Date(NEW), move: null, state: 'scheduled', version: 3 });
      expect(await auditOf(`session:${sessionId}:yes`)).toMatchObject({
        actorId: 'ben',
        from: 'scheduled',
        to: 'scheduled',
        version: 3,
        cause: 'commandSession answer-move',
      });
      expect(await told('session-moved')).toEqual(['ana']);
      const news = (await world.records.feed(podId).get()).docs.map((event) => event.data());
      expect(news.filter(({ text }) => text.startsWith('A session moved'))).toMatchObject([
        { startsAt: new Date(NEW) },
      ]);
    });

    it('that is declined leaves the session alone, and an answer that comes later is refused', async () => {
      await command('ana', { kind: 'propose-move', startsAt: NEW }, 'move');
      await answer('ben', 'decline');
      expect(await session()).toMatchObject({ startsAt: new Date(OLD), move: null, state: 'scheduled' });
      expect(await refusalOf(answer('ben', 'agree'))).toBe('failed-precondition');
      expect(await auditOf(`session:${sessionId}:ben-agree`)).toBeUndefined();
    });

    it('lets one of two answers on the same version win', async () => {
      await command('ana', { kind: 'propose-move', startsAt: NEW }, 'move');
      const { version } = await session();
      const both = (['agree', 'decline'] as const).map((said) =>
        refusalOf(command('ben', { kind: 'answer-move', startsAt: NEW, answer: said }, `ben-${said}`, version)),
      );
      expect((await Promise.all(both)).sort()).toEqual(['aborted', 'accepted']);
    });

    it('ends at its end, found by the sweep where its task was lost', async () => {
      await command('ana', { kind: 'propose-move', startsAt: NEW }, 'move');
      world.at('2026-03-02T15:49:59Z');
      await world.desks.sessions.sweep();
      expect((await session()).move).not.toBeNull();
      world.at('2026-03-02T15:50:00Z');
      await world.desks.sessions.sweep();
      expect(await session()).toMatchObject({ startsAt: new Date(OLD), move: null, state: 'lobby' });
    });

    it('does not wait for somebody who is away', async () => {
      await world.records.pods.doc(podId).update({ awayIds: ['ben'] });
      await command('ana', { kind: 'propose-move', startsAt: NEW }, 'move');
      expect((await session()).startsAt.toISOString()).toBe(NEW);
    });

    it('is settled at once when the pod notices that whoever it waits for is away', async () => {
      world.at('2026-03-04T20:00:00Z');
      const startsAt = '2026-03-06T18:00:00.000Z';
      const proposed = { podId, clientMutationId: 'p1', startsAt, minutes: 30 };
      const { sessionId: id } = await world.desks.sessions.propose('ana', proposed);
      const stateOf = async () => (await world.records.sessions.doc(id).get()).data()?.state;
      world.at('2026-03-05T08:00:00Z'); // Ben was here three days ago
      await world.desks.pods.noteVisit('ana');
      expect(await stateOf()).toBe('draft');
      await Promise.all([world.desks.pods.sweep(), world.desks.pods.sweep()]);
      expect((await world.records.pods.doc(podId).get()).data()?.awayIds).toEqual(['ben']);
      expect(await stateOf()).toBe('scheduled');
      await world.settle();
      expect(world.tasks.some(({ task, subjectId }) => task === 'remind-session' && subjectId === id)).toBe(true);
    });

    it('keeps one session of that week, and the weekly one after it', async () => {
      await move();
      world.at('2026-03-03T18:21:00Z');
      await world.desks.sessions.sweep();
      const all = (await world.records.sessions.where('podId', '==', podId).get()).docs.map((found) => found.data());
      expect(all.filter(({ state }) => state === 'scheduled')).toHaveLength(1);
      expect(all).toHaveLength(2);
    });
  });

  describe('a proposed time', () => {
    const propose = (clientMutationId = 'p1') =>
      world.desks.sessions.propose('ana', {
        podId,
        clientMutationId,
        startsAt: '2026-03-06T17:00:00.000Z',
        minutes: 30,
      });

    it('is news to the other, and ends after a day by the sweep alone', async () => {
      const { sessionId: id } = await propose();
      const found = async () => (await world.records.sessions.doc(id).get()).data();
      expect(await told('time-proposed')).toEqual(['ben']);
      expect(await found()).toMatchObject({ state: 'draft', voteEndsAt: new Date('2026-03-03T08:00:00Z') });
      world.at('2026-03-03T07:59:59Z');
      await world.desks.sessions.sweep();
      expect((await found())?.state).toBe('draft');
      world.at('2026-03-03T08:00:00Z');
      await world.desks.sessions.sweep();
      expect((await found())?.state).toBe('cancelled');
    });

    it('is one of five at most', async () => {
      for (let n = 0; n < 5; n += 1) await propose(`p${n}`);
      expect(await refusalOf(propose('p5'))).toBe('resource-exhausted');
      expect(await refusalOf(propose('p4'))).toBe('accepted'); // the same again
    });
  });

  describe('another time instead of a weekly meeting that is not on the schedule yet', () => {
    /** The week after the first meeting. */
    const WEEKLY = '2026-03-09T17:00:00.000Z';
    const instead = (startsAt: string, insteadOf = WEEKLY, clientMutationId = 'i1') =>
      world.desks.sessions.propose('ana', { podId, clientMutationId, startsAt, minutes: 50, insteadOf });

    it('puts it there with the vote, and it is still the session of its week', async () => {
      const weekly = (await world.records.pods.doc(podId).get()).data()?.meeting;
      expect(weekly).toMatchObject({ weekday: 1, time: '18:00' });
      const { sessionId: id } = await instead('2026-03-10T18:00:00.000Z');
      const found = async () => (await world.records.sessions.doc(id).get()).data();
      expect(await found()).toMatchObject({
        state: 'scheduled',
        startsAt: new Date(WEEKLY),
        move: { agreedBy: ['ana'] },
        version: 1,
      });
      expect(await told('time-proposed')).toEqual(['ben']);
      // Nobody comes to the first meeting, nor to the weekly one an hour later.
      for (const instant of ['2026-03-02T16:21:00Z', '2026-03-02T17:21:00Z']) {
        world.at(instant);
        await world.desks.sessions.sweep();
      }
      const ahead = await world.records.sessions.where('state', '==', 'scheduled').get();
      expect(ahead.docs.map((session) => session.id)).toEqual([id]);
    });

    it('is refused when the pod does not meet then, or that session is there', async () => {
      expect(await refusalOf(instead('2026-03-10T18:00:00.000Z', '2026-03-09T16:00:00.000Z'))).toBe('invalid-argument');
      await instead('2026-03-10T18:00:00.000Z');
      expect(await refusalOf(instead('2026-03-11T18:00:00.000Z', WEEKLY, 'i2'))).toBe('already-exists');
    });

    it('has suggestions around its own time', async () => {
      const input = { podId, sessionId: null, insteadOf: '2026-03-16T17:00:00.000Z' };
      const { times, current } = await world.desks.sessions.suggest('ana', input);
      expect(current?.startsAt).toBe(input.insteadOf);
      for (const { startsAt } of times)
        expect(Math.abs(Date.parse(startsAt) - Date.parse(input.insteadOf))).toBeLessThan(15 * 24 * 3_600_000);
      expect(await refusalOf(world.desks.sessions.suggest('ana', { ...input, insteadOf: OLD }))).toBe(
        'invalid-argument',
      );
    });
  });

  describe('word that one cannot come', () => {
    it('is kept with its moment, calls off what too few are left for, and the next week stands', async () => {
      world.at('2026-03-02T13:00:00Z');
      await command('ben', { kind: 'cannot-come' }, 'out', 1);
      await command('ben', { kind: 'cannot-come' }, 'out', 1);
      expect(await session()).toMatchObject({
        state: 'cancelled',
        withdrawals: { ben: new Date('2026-03-02T13:00:00Z') },
      });
      expect(await auditOf(`session:${sessionId}:out`)).toMatchObject({
        from: 'scheduled',
        to: 'cancelled',
        actorId: 'ben',
      });
      expect(await told('session-off')).toEqual(['ana']);
      const next = await world.records.sessions.where('state', '==', 'scheduled').get();
      expect(next.docs).toHaveLength(1);
    });
  });

  describe('suggested times', () => {
    const ask = (by = 'ana', id: string | null = null) =>
      world.desks.sessions.suggest(by, { podId, sessionId: id, insteadOf: null });

    it('begin with the backup slots that all keep, and say how each time suits whom', async () => {
      const { times, current } = await ask('ana', sessionId);
      expect(times[0]).toEqual({
        startsAt: '2026-03-08T09:00:00.000Z', // Sunday, 10:00 in Berlin
        isBackup: true,
        relievesId: null,
        members: ['ana', 'ben'].map((id) => ({ id, comfort: 'good', localTime: '10:00' })),
      });
      expect(times.length).toBeGreaterThan(2);
      expect(current).toMatchObject({ startsAt: OLD, members: [{ comfort: 'good' }, { comfort: 'good' }] });
      expect(times.map(({ startsAt }) => startsAt)).not.toContain(OLD);
    });

    it('tell nobody else the zone that somebody does not show', async () => {
      await world.records.members
        .doc('ben')
        .update({ timeZone: 'Asia/Tokyo', privacy: { pronouns: 'podmates', timeZone: 'nobody' } });
      const seen = (await ask()).times.flatMap(({ members }) => members.filter(({ id }) => id === 'ben'));
      expect(new Set(seen.map(({ localTime }) => localTime))).toEqual(new Set([null]));
      for (const { comfort } of seen) expect(['good', 'outside-hours']).toContain(comfort);
      const own = (await ask('ben')).times.flatMap(({ members }) => members.filter(({ id }) => id === 'ben'));
      expect(own.every(({ localTime }) => localTime !== null)).toBe(true);
    });

    it('are for the pod alone', async () => {
      expect(await refusalOf(ask('eve'))).toBe('not-found');
      expect(await refusalOf(ask('ana', 'none'))).toBe('not-found');
    });
  });

  describe('a meeting that moves on somebody’s clock', () => {
    const warned = async (instant: string): Promise<string[]> => {
      world.at(instant);
      await Promise.all([world.desks.pods.warnOfShifts(), world.desks.pods.warnOfShifts()]);
      await world.desks.pods.warnOfShifts();
      return told('time-shifts');
    };

    it('is told two weeks and two days ahead, once each, to whom it concerns', async () => {
      // New York changes its clocks on 8 March, Berlin on 29 March: 9 March is the first Monday after, 30 March the way back.
      await world.records.members.doc('ben').update({ timeZone: 'America/New_York' });
      const pod = (await world.records.pods.doc(podId).get()).data();
      await world.records.pods
        .doc(podId)
        .update({ cards: pod?.cards.map((card) => ({ ...card, timeZone: card.id === 'ben' ? null : card.timeZone })) });
      expect(await warned('2026-03-02T08:00:00Z')).toEqual(['ben']);
      expect(await warned('2026-03-05T08:00:00Z')).toEqual(['ben']);
      expect(await warned('2026-03-08T08:00:00Z')).toEqual(['ben', 'ben']);
      expect(await warned('2026-03-15T08:00:00Z')).toEqual(['ben', 'ben']);
      expect(await warned('2026-03-17T08:00:00Z')).toEqual(['ben', 'ben', 'ben']);
      expect(await warned('2026-03-29T08:00:00Z')).toEqual(['ben', 'ben', 'ben', 'ben']);
      expect(await warned('2026-04-10T08:00:00Z')).toHaveLength(4);
    });

    it('is told to nobody in a pod of one zone', async () => expect(await warned('2026-03-27T08:00:00Z')).toEqual([]));
  });
});
