import { type Session, type SessionCommand } from '@podmates/domain';
import { FieldValue } from 'firebase-admin/firestore';
import { type DesksAtWork, aPodOf, agendaOf, closeDesks, openDesks, refusalOf } from './desks-at-work';

describe('the session desk', () => {
  let world: DesksAtWork;
  let podId: string;
  let sessionId: string;
  const session = async (id = sessionId): Promise<Session> => {
    const found = (await world.records.sessions.doc(id).get()).data();
    if (!found) throw new Error(`There is no session ${id}.`);
    return found;
  };
  const command = async (by: string, command: SessionCommand, commandId: string, expectedVersion?: number) =>
    world.desks.sessions.command(by, {
      sessionId,
      commandId,
      expectedVersion: expectedVersion ?? (await session()).version,
      command,
    });
  const goLive = async (): Promise<void> => {
    world.at('2026-03-02T15:55:00Z');
    await world.desks.sessions.advance(sessionId);
    await command('ana', { kind: 'join' }, 'join-ana');
    await command('ben', { kind: 'join' }, 'join-ben');
    world.at('2026-03-02T16:00:00Z');
    await command('ana', { kind: 'start' }, 'start');
  };

  beforeEach(async () => {
    world = await openDesks('sessions', '2026-03-02T08:00:00Z');
    podId = await aPodOf(world, ['ana', 'ben']);
    sessionId = (await world.records.sessions.get()).docs[0]?.id ?? 'none';
  });
  afterAll(closeDesks);

  it('opens the lobby ten minutes before the start, once, and tells everybody', async () => {
    world.at('2026-03-02T15:49:59Z');
    await world.desks.sessions.advance(sessionId);
    expect((await session()).state).toBe('scheduled');
    world.at('2026-03-02T15:50:00Z');
    await Promise.all([world.desks.sessions.advance(sessionId), world.desks.sessions.sweep()]);
    expect(await session()).toMatchObject({ state: 'lobby', version: 2 });
    await world.settle();
    const told = world.notices.filter(({ event }) => event === 'session-soon').map(({ memberId }) => memberId);
    expect(told.sort()).toEqual(['ana', 'ben']);
  });

  it('carries out the same command once, and answers the repeat with the same version', async () => {
    world.at('2026-03-02T15:55:00Z');
    const first = await command('ana', { kind: 'join' }, 'join', 1);
    expect(await command('ana', { kind: 'join' }, 'join', 1)).toEqual(first);
    await command('ben', { kind: 'join' }, 'join-ben');
    expect(await command('ana', { kind: 'join' }, 'join', 1)).toEqual(first);
    expect(await session()).toMatchObject({ version: 3, joinedIds: ['ana', 'ben'] });
    expect((await world.records.auditEvents.doc(`session:${sessionId}:join`).get()).data()).toMatchObject({
      actorId: 'ana',
      from: 'scheduled',
      to: 'lobby',
      version: 2,
    });
  });

  it('answers the repeat of a command that found everything as it should be, also when it is known by its mark alone', async () => {
    world.at('2026-03-02T15:55:00Z');
    const first = await command('ana', { kind: 'join' }, 'join', 1);
    const again = () => command('ana', { kind: 'join' }, 'join-again', first.version);
    expect(await again()).toEqual(first);
    expect(await again()).toEqual(first);
    await command('ben', { kind: 'join' }, 'join-ben');
    expect(await again()).toEqual(first);
    const marks = (await world.records.auditEvents.where('cause', '==', 'commandSession join').get()).docs;
    expect(marks.map((mark) => mark.data().version)).toEqual(expect.arrayContaining([2, 2, 3]));
    expect(marks).toHaveLength(3);
  });

  it('refuses a stale version, and lets one of two commands on the same version win', async () => {
    await goLive();
    const { version } = await session();
    const [, second, third] = await agendaOf(world, sessionId);
    const go = (by: string, itemId: string, commandId: string) =>
      refusalOf(command(by, { kind: 'go-to-item', itemId }, commandId, version));
    const outcomes = await Promise.all([go('ana', second?.id ?? '', 'next-a'), go('ben', third?.id ?? '', 'next-b')]);
    expect(outcomes.sort()).toEqual(['aborted', 'accepted']);
    expect((await session()).version).toBe(version + 1);
    expect(await go('ana', second?.id ?? '', 'late')).toBe('aborted');
  });

  it('shows a session to no stranger', async () => {
    expect(await refusalOf(command('eve', { kind: 'join' }, 'join', 1))).toBe('not-found');
    const unknown = { sessionId: 'none', commandId: 'c', expectedVersion: 1, command: { kind: 'join' } } as const;
    expect(await refusalOf(world.desks.sessions.command('ana', unknown))).toBe('not-found');
  });

  describe('of two whom a block keeps apart (behaviour 33)', () => {
    const said = (attempt: Promise<unknown>) =>
      attempt.then(
        () => 'in',
        (error: Error) => error.message,
      );
    const goes = (id: string) =>
      world.db.doc(`sessions/${sessionId}/presence/${id}`).set({ beatAt: world.now(), isHere: false });

    beforeEach(async () => {
      await world.desks.relations.block('ana', { memberId: 'ben' });
      world.at('2026-03-02T15:55:00Z');
      await world.desks.sessions.advance(sessionId);
    });

    it.each([
      ['ana', 'ben'],
      ['ben', 'ana'],
    ])('lets %s in who comes first, and %s when they are gone', async (first, second) => {
      await command(first, { kind: 'join' }, 'join-first');
      expect(await said(command(second, { kind: 'join' }, 'join-1'))).toBe('You cannot join this session just now.');
      for (const kind of ['start', 'take-over'] as const)
        expect(await refusalOf(command(second, { kind }, kind))).toBe('failed-precondition');
      expect((await session()).joinedIds).toEqual([first]);
      await goes(first);
      expect(await said(command(second, { kind: 'join' }, 'join-1'))).toBe('in');
      expect(await refusalOf(command(first, { kind: 'join' }, 'join-again'))).toBe('failed-precondition');
    });

    it('says so in the words that somebody hears who comes after the end', async () => {
      await command('ana', { kind: 'join' }, 'join-ana');
      const apart = await said(command('ben', { kind: 'join' }, 'join-ben'));
      await world.db.doc(`sessions/${sessionId}`).update({ state: 'done' });
      await goes('ana');
      expect(await said(command('ben', { kind: 'join' }, 'join-late'))).toBe(apart);
    });

    it('lets one of the two in when both come at the same moment', async () => {
      const { version } = await session();
      const outcomes = await Promise.all(
        ['ana', 'ben'].map((id) => refusalOf(command(id, { kind: 'join' }, `join-${id}`, version))),
      );
      expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(1);
    });
  });

  it('starts on the first item with its time, and refuses an item that was removed', async () => {
    await goLive();
    const [first, second] = await agendaOf(world, sessionId);
    expect(await session()).toMatchObject({
      state: 'live',
      currentItemId: first?.id,
      timer: { startedAt: new Date('2026-03-02T16:00:00Z'), durationMs: (first?.minutes ?? 0) * 60_000 },
    });
    await world.db.doc(`sessions/${sessionId}/agenda/${second?.id}`).update({ isRemoved: true, rev: 2 });
    const gone = command('ana', { kind: 'go-to-item', itemId: second?.id ?? '' }, 'next');
    expect(await refusalOf(gone)).toBe('not-found');
  });

  it('ends with a summary that leaves out what a chat would hold, news, and the next weekly session', async () => {
    await goLive();
    await world.db.collection(`sessions/${sessionId}/notes`).doc('n1').set({
      authorId: 'ben',
      kind: 'win',
      text: 'Three sets',
      writtenAt: world.now(),
    });
    await world.db.collection(`sessions/${sessionId}/notes`).doc('n2').set({
      authorId: 'ana',
      kind: 'win',
      text: 'you faggot',
      writtenAt: world.now(),
    });
    await command('ana', { kind: 'wrap' }, 'wrap');
    world.at('2026-03-02T16:50:00Z');
    await command('ana', { kind: 'finish' }, 'finish');
    await command('ana', { kind: 'finish' }, 'finish', 1);

    const [summary] = (await world.records.coachDocs(sessionId).get()).docs;
    expect(summary?.data()).toMatchObject({ version: 1, status: 'working', lines: [] });
    await world.settle();
    expect(world.tasks.filter(({ task }) => task === 'coach-session')).toMatchObject([{ subjectId: sessionId }]);
    await world.desks.coach.run(sessionId);
    const lines = (await world.records.coachDocs(sessionId).doc('v1').get()).data()?.lines ?? [];
    expect(lines.flatMap(({ noteIds }) => noteIds)).toEqual(['n1']);
    const feed = (await world.records.feed(podId).get()).docs.map((event) => event.data().kind);
    expect(feed.filter((kind) => kind === 'session-done')).toHaveLength(1);
    const open = (await world.records.sessions.where('podId', '==', podId).get()).docs.map((found) => found.data());
    const weekly = open.filter(({ id }) => id !== sessionId);
    expect(weekly).toHaveLength(1);
    expect(weekly[0]).toMatchObject({ state: 'scheduled', podId });
    expect(weekly[0]?.startsAt.getTime()).toBeGreaterThan(Date.parse('2026-03-03T04:50:00Z'));
    expect((await agendaOf(world, weekly[0]?.id ?? '')).length).toBeGreaterThan(2);
  });

  it('schedules the next week also when nobody came, and after a cancelled one', async () => {
    world.at('2026-03-02T16:21:00Z');
    await world.desks.sessions.sweep();
    expect((await session()).state).toBe('no-quorum');
    const first = (await world.records.sessions.where('state', '==', 'scheduled').get()).docs[0]?.data();
    expect(first).toBeDefined();
    const cancel = {
      sessionId: first?.id ?? '',
      commandId: 'cancel',
      expectedVersion: 1,
      command: { kind: 'cancel' },
    } as const;
    await world.desks.sessions.command('ben', cancel);
    const second = (await world.records.sessions.where('state', '==', 'scheduled').get()).docs[0]?.data();
    expect((second?.startsAt.getTime() ?? 0) - (first?.startsAt.getTime() ?? 0)).toBe(7 * 24 * 3_600_000);
  });

  it('is found by the sweep when it is due alone, and once an hour also as an older build stored it', async () => {
    const stored = world.db.doc(`sessions/${sessionId}`);
    expect((await stored.get()).get('dueAt').toDate().toISOString()).toBe('2026-03-02T15:00:00.000Z');
    await stored.update({ dueAt: FieldValue.delete() });
    world.at('2026-03-02T16:25:00Z');
    await world.desks.sessions.sweep();
    expect((await session()).state).toBe('scheduled');
    world.at('2026-03-02T17:03:00Z');
    await world.desks.sessions.sweep();
    expect((await session()).state).toBe('no-quorum');
    expect((await stored.get()).get('dueAt')).toBeNull();
  });

  it('agrees on a proposed time, made once of the same proposal sent twice', async () => {
    const proposal = {
      podId,
      clientMutationId: 'p1',
      startsAt: '2026-03-05T17:00:00.000Z',
      minutes: 30,
    };
    const first = await world.desks.sessions.propose('ana', proposal);
    expect(await world.desks.sessions.propose('ana', proposal)).toEqual(first);
    expect(await session(first.sessionId)).toMatchObject({ state: 'draft', agreedBy: ['ana'] });
    await world.desks.sessions.command('ben', {
      sessionId: first.sessionId,
      commandId: 'agree',
      expectedVersion: 1,
      command: { kind: 'agree' },
    });
    expect((await session(first.sessionId)).state).toBe('scheduled');
    const farAway = { ...proposal, clientMutationId: 'p2', startsAt: '2026-09-01T17:00:00.000Z' };
    expect(await refusalOf(world.desks.sessions.propose('ana', farAway))).toBe('invalid-argument');
    expect(await refusalOf(world.desks.sessions.propose('eve', proposal))).toBe('not-found');
  });
});
