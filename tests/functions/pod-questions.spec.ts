import { type Session } from '@podmates/domain';
import { type DesksAtWork, aPodOf, closeDesks, enter, openDesks, refusalOf } from './desks-at-work';
import { asked, checkPods, later, memberOf, podOf, questions, requestOf, say, waiting } from './pods-at-work';

jest.mock('../../functions/src/runtime/defects', () => ({
  ...jest.requireActual<object>('../../functions/src/runtime/defects'),
  logDefect: jest.fn(),
}));

describe('what a pod is asked', () => {
  let world: DesksAtWork;
  const seen = async (...ids: string[]) => {
    for (const id of ids) await world.desks.pods.noteVisit(id);
  };
  /** A session of the pod that takes place with some of them, an hour from now. */
  const meet = async (podId: string, present: readonly string[]): Promise<void> => {
    const pod = await podOf(world, podId);
    const open = await world.records.sessions.where('podId', '==', podId).where('state', '==', 'scheduled').get();
    const session = open.docs[0]!.data();
    world.at(new Date(session.startsAt.getTime() - 10 * 60_000));
    await world.desks.sessions.advance(session.id);
    await world.settle();
    world.at(session.startsAt);
    await seen(...pod.memberIds);
    let version = session.version + 1;
    const command = async (memberId: string, kind: 'join' | 'start' | 'wrap' | 'finish') => {
      const p = {
        sessionId: session.id,
        commandId: `${memberId}-${kind}`,
        expectedVersion: version,
        command: { kind },
      };
      ({ version } = await world.desks.sessions.command(memberId, p));
    };
    for (const id of present) await command(id, 'join');
    const [host = ''] = present;
    for (const kind of ['start', 'wrap', 'finish'] as const) await command(host, kind);
  };
  const block = async (memberId: string, blockedId: string): Promise<boolean> => {
    await world.desks.relations.block(memberId, { memberId: blockedId });
    const mine = (await memberOf(world, memberId))?.podId;
    return mine ? (await asked(world, mine)).includes(`separation ${memberId}`) : false;
  };
  const tell =
    (podId: string, memberId: string) =>
    (kind: Parameters<typeof say>[1]['kind'], option: Parameters<typeof say>[1]['option']) =>
      say(world, { podId, memberId, kind, option });

  beforeEach(async () => {
    world = await openDesks('pod-questions', '2026-03-02T08:00:00Z');
  });
  afterEach(() => checkPods(world));
  afterAll(closeDesks);

  it('about a free place is decided by more than half, once, and closes for good', async () => {
    const podId = await aPodOf(world, ['ana', 'ben', 'cem']);
    await world.desks.pods.leave('cem', { podId, looksForAnother: false });
    const [question] = await questions(world, podId);
    const answer = (id: string, option: 'fill' | 'keep' = 'fill') =>
      world.desks.pods.answer(id, { podId, decisionId: question?.id ?? '', option });
    expect(await refusalOf(answer('cem'))).toBe('not-found');
    const states = await Promise.all([answer('ana'), answer('ben'), answer('ana')].map((one) => one.catch(() => null)));
    expect(states.filter((one) => one?.state === 'decided').length).toBeGreaterThanOrEqual(1);
    expect(await podOf(world, podId)).toMatchObject({ search: { mode: 'refill' } });
    expect(await refusalOf(answer('ben', 'keep'))).toBe('not-found');
    expect(await answer('ana')).toEqual({ state: 'decided' }); // the same once more, as after a lost receipt
    expect((await world.records.decisions(podId).get()).size).toBe(1);
  });

  it('can be closed by time twice at once, and then once more', async () => {
    const podId = await aPodOf(world, ['ana', 'ben']);
    await world.desks.pods.leave('ben', { podId, looksForAnother: false });
    await tell(podId, 'ana')('degraded', 'solo');
    later(world, 100);
    const { version } = await podOf(world, podId);
    await Promise.all([world.desks.pods.decide(podId), world.desks.pods.decide(podId), world.desks.pods.sweep()]);
    await world.desks.pods.decide(podId);
    expect((await podOf(world, podId)).version).toBe(version + 1);
  });

  it('goes on after a delivery that broke down', async () => {
    const podId = await aPodOf(world, ['ana', 'ben']);
    await world.desks.pods.leave('ben', { podId, looksForAnother: false });
    world.failNext('tasks', new Error('away'));
    await world.settle();
    later(world, 24);
    await world.desks.outbox.resend();
    for (const task of world.tasks.filter(({ task: name }) => name === 'decide-pod'))
      await world.desks.pods.decide(task.subjectId);
    expect(await podOf(world, podId)).toMatchObject({ search: { mode: 'refill' } });
  });

  describe('when somebody is not seen', () => {
    it('does not wait for them after three days, and waits again when they are back', async () => {
      const podId = await aPodOf(world, ['ana', 'ben', 'cem']);
      later(world, 72);
      await seen('ana', 'cem');
      await world.desks.pods.sweep();
      expect(await podOf(world, podId)).toMatchObject({ awayIds: ['ben'], memberIds: expect.arrayContaining(['ben']) });
      await seen('ben');
      await seen('ben');
      expect(await podOf(world, podId)).toMatchObject({ awayIds: [] });
    });

    it('lets them go after seven, with a way back while there is room', async () => {
      const podId = await aPodOf(world, ['ana', 'ben', 'cem']);
      later(world, 168);
      await seen('ana', 'cem');
      await world.desks.pods.sweep();
      const name = (await podOf(world, podId)).name;
      expect(await memberOf(world, 'ben')).toMatchObject({ podId: null, wayBack: { podId, podName: name } });
      expect((await requestOf(world, 'ben'))?.status).toBe('cancelled');
      await world.settle();
      expect(world.notices.map(({ event, memberId }) => `${event} ${memberId}`)).toContain('pod-changed ben');

      expect(await world.desks.pods.comeBack('ben')).toEqual({ podId });
      expect((await podOf(world, podId)).memberIds).toEqual(['ana', 'cem', 'ben']);
      expect(await memberOf(world, 'ben')).toMatchObject({ podId, wayBack: null });
      expect(await refusalOf(world.desks.pods.comeBack('ben'))).toBe('failed-precondition');
    });

    it('has no way back to a pod that has ended, or for somebody who was never there', async () => {
      const podId = await aPodOf(world, ['ana', 'ben', 'cem']);
      later(world, 168);
      await seen('ana', 'cem');
      await world.desks.pods.sweep();
      for (const id of ['ana', 'cem']) await world.desks.pods.leave(id, { podId, looksForAnother: false });
      await enter(world, 'eve');
      for (const id of ['ben', 'eve'])
        expect(await refusalOf(world.desks.pods.comeBack(id))).toBe('failed-precondition');
    });
  });

  describe('after two sessions missed in a row', () => {
    it('lets the others go together to a pod of their own, and measures it', async () => {
      const podId = await aPodOf(world, ['ana', 'ben', 'cem']);
      await meet(podId, ['ana', 'ben']);
      expect(await asked(world, podId)).toEqual([]);
      await meet(podId, ['ana', 'ben']);
      expect(await asked(world, podId)).toEqual(['rematch ana ben', 'still-in cem']);
      const offeredAt = world.now();
      later(world, 1);
      await tell(podId, 'ana')('rematch', 'rematch');
      await tell(podId, 'ben')('rematch', 'rematch');
      const nextId = (await memberOf(world, 'ana'))?.podId ?? '';
      expect(nextId).not.toBe(podId);
      expect(await podOf(world, nextId)).toMatchObject({
        memberIds: expect.arrayContaining(['ana', 'ben']),
        status: 'active',
        search: { mode: 'refill' },
      });
      expect(await podOf(world, podId)).toMatchObject({ status: 'degraded', memberIds: ['cem'] });
      expect((await questions(world, podId)).find(({ kind }) => kind === 'degraded')?.byDefault).toBe('solo');
      const found = await world.records.decisions(podId).where('kind', '==', 'rematch').get();
      expect(found.docs[0]?.data()).toMatchObject({
        state: 'decided',
        createdAt: offeredAt,
        rematch: { missedAt: offeredAt, servedAt: world.now(), alarmedAt: null },
      });
      const next = (await world.records.sessions.where('podId', '==', nextId).get()).docs;
      expect(next.map((one): Session['state'] => one.data().state)).toEqual(['scheduled']);
    });

    it('finds one alone a pod, and tells those who moderate when that takes more than a day', async () => {
      const podId = await aPodOf(world, ['ana', 'cem']);
      for (let week = 0; week < 2; week += 1) await meet(podId, ['ana']);
      await tell(podId, 'ana')('rematch', 'rematch');
      expect(await requestOf(world, 'ana')).toMatchObject({ status: 'waiting' });
      later(world, 24);
      await Promise.all([world.desks.pods.decide(podId), world.desks.pods.sweep()]);
      const first = new Date(world.now().getTime() - 14 * 24 * 3_600_000);
      expect(await requestOf(world, 'ana')).toMatchObject({ waitingSince: first });
      const alarms = (await world.records.auditEvents.where('to', '==', 'late').get()).docs;
      expect(alarms).toHaveLength(1);
      await world.settle();
      expect(world.notices.filter(({ event }) => event === 'rematch-late')).toMatchObject([{ memberId: 'moderators' }]);

      await waiting(world, 'zoe');
      await world.desks.matching.run();
      const open = await world.records.proposals.where('state', '==', 'open').get();
      for (const id of ['ana', 'zoe'])
        await world.desks.matching.answer(id, { proposalId: open.docs[0]?.id ?? '', answer: 'accept' });
      const servedAt = world.now();
      later(world, 6);
      await world.desks.pods.sweep();
      const found = await world.records.decisions(podId).where('kind', '==', 'rematch').get();
      expect(found.docs[0]?.data()).toMatchObject({ state: 'decided', rematch: { servedAt } });
    });

    it('asks once, whatever is repeated, and nobody after a session between that took place', async () => {
      const podId = await aPodOf(world, ['ana', 'ben', 'cem']);
      await meet(podId, ['ana', 'ben']);
      await meet(podId, ['ana', 'ben', 'cem']);
      await meet(podId, ['ana', 'ben']);
      expect(await asked(world, podId)).toEqual([]);
      await meet(podId, ['ana', 'ben']);
      await world.desks.sessions.sweep();
      expect(await asked(world, podId)).toEqual(['rematch ana ben', 'still-in cem']);
    });

    it('takes whoever steps out of the pod, with a way back', async () => {
      const podId = await aPodOf(world, ['ana', 'ben', 'cem']);
      for (let week = 0; week < 2; week += 1) await meet(podId, ['ana', 'ben']);
      await tell(podId, 'cem')('still-in', 'out');
      expect(await memberOf(world, 'cem')).toMatchObject({ podId: null, wayBack: { podId } });
      expect(await asked(world, podId)).toEqual(['vacancy ana ben']);
    });
  });

  it('after three days of a starter pod: who moves on comes first in the queue, who stays is in a usual pod', async () => {
    const podId = await aPodOf(world, ['ana', 'ben', 'cem']);
    const pod = await podOf(world, podId);
    const trialEndsAt = new Date(world.now().getTime() + 72 * 3_600_000);
    await world.records.pods.doc(podId).set({ ...pod, lane: 'newcomer', trialEndsAt, dueAt: trialEndsAt });
    later(world, 72);
    await seen('ana', 'ben', 'cem');
    await world.desks.pods.sweep();
    expect(await asked(world, podId)).toEqual(['trial ana', 'trial ben', 'trial cem']);
    await tell(podId, 'ben')('trial', 'move-on');
    expect(await requestOf(world, 'ben')).toMatchObject({ status: 'waiting', lane: 'usual' });
    later(world, 24);
    await world.desks.pods.sweep();
    expect(await podOf(world, podId)).toMatchObject({ lane: 'usual', memberIds: expect.not.arrayContaining(['ben']) });
  });

  describe('after a block among podmates', () => {
    it('moves the one who blocked, and tells the others what they are told of anybody who moves', async () => {
      const podId = await aPodOf(world, ['ana', 'ben', 'cem']);
      expect(await block('ana', 'ben')).toBe(true);
      expect(await asked(world, podId)).toEqual(['separation ana']);
      const streak = (await world.records.streaks.doc('ben').get()).data();
      await tell(podId, 'ana')('separation', 'stay-moved');
      expect(await requestOf(world, 'ana')).toMatchObject({ status: 'waiting', blocks: ['ben'] });
      expect(await asked(world, podId)).toEqual(['go-along ben', 'go-along cem', 'vacancy ben cem']);
      expect((await world.records.streaks.doc('ben').get()).data()).toEqual(streak);
      const events = (await world.records.feed(podId).where('kind', '==', 'member-left').get()).docs;
      expect(events.map((found) => found.data().text)).toEqual(['Moved on from this pod.']);
    });

    it('does so by itself within the hour', async () => {
      const podId = await aPodOf(world, ['ana', 'ben']);
      await block('ana', 'ben');
      later(world, 1);
      await world.desks.pods.decide(podId);
      expect(await podOf(world, podId)).toMatchObject({ memberIds: ['ben'], status: 'degraded' });
    });

    it('lets a third one go along with either: they are a pod of their own', async () => {
      const podId = await aPodOf(world, ['ana', 'ben', 'cem']);
      await block('ana', 'ben');
      await tell(podId, 'ana')('separation', 'remove-request');
      expect(await asked(world, podId)).toEqual(['go-along cem', 'vacancy ana cem']);
      await tell(podId, 'cem')('go-along', 'go-along');
      const nextId = (await memberOf(world, 'cem'))?.podId ?? '';
      expect((await podOf(world, nextId)).memberIds.sort()).toEqual(['ben', 'cem']);
      expect((await requestOf(world, 'ben'))?.status).toBe('matched');
      expect(await podOf(world, podId)).toMatchObject({ status: 'degraded', memberIds: ['ana'] });
    });

    it('lets a fourth one join them there', async () => {
      const podId = await aPodOf(world, ['ana', 'ben', 'cem', 'dana']);
      await block('ana', 'ben');
      await tell(podId, 'ana')('separation', 'stay-moved');
      await tell(podId, 'cem')('go-along', 'go-along');
      await tell(podId, 'dana')('go-along', 'go-along');
      const nextId = (await memberOf(world, 'ana'))?.podId ?? '';
      expect((await podOf(world, nextId)).memberIds.sort()).toEqual(['ana', 'cem', 'dana']);
      expect(await podOf(world, podId)).toMatchObject({ status: 'degraded', memberIds: ['ben'] });
    });

    it('never brings the two together, also when the blocked one wants to go along', async () => {
      const podId = await aPodOf(world, ['ana', 'ben', 'cem']);
      await block('ana', 'ben');
      await tell(podId, 'ana')('separation', 'stay-moved');
      await tell(podId, 'ben')('go-along', 'go-along');
      expect(await requestOf(world, 'ben')).toMatchObject({ status: 'waiting' });
      expect((await memberOf(world, 'ben'))?.podId).toBeNull();
    });

    it('lets nobody empty a pod: the second time the one who blocks goes', async () => {
      const podId = await aPodOf(world, ['ana', 'ben', 'cem', 'dana']);
      await block('ana', 'ben');
      await tell(podId, 'ana')('separation', 'remove-request');
      await block('ana', 'cem');
      const second = (await questions(world, podId)).find(({ kind }) => kind === 'separation');
      expect(second?.options).toEqual(['stay-moved']);
    });

    it('is nothing to a pod that they do not share', async () => {
      await aPodOf(world, ['ana', 'ben']);
      await enter(world, 'eve');
      expect(await block('ana', 'eve')).toBe(false);
      expect(await block('eve', 'ana')).toBe(false);
    });
  });
});
