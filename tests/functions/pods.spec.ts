import { type DesksAtWork, aCheckIn, aPodOf, closeDesks, openDesks, refusalOf, slotsOfSprint } from './desks-at-work';
import {
  accept,
  additionTo,
  asked,
  checkPods,
  feedOf,
  later,
  memberOf,
  podOf,
  questions,
  requestOf,
  say,
  sprintOf,
  waiting,
} from './pods-at-work';

describe('the pod desk', () => {
  let world: DesksAtWork;
  const leave = (memberId: string, podId: string, looksForAnother = false) =>
    world.desks.pods.leave(memberId, { podId, looksForAnother });

  beforeEach(async () => {
    world = await openDesks('pods', '2026-03-02T08:00:00Z');
  });
  afterEach(() => checkPods(world));
  afterAll(closeDesks);

  describe('when somebody leaves', () => {
    it('clears what ties them to the pod, keeps what was, and goes on with the others', async () => {
      const podId = await aPodOf(world, ['ana', 'ben', 'cem']);
      const [slot] = await slotsOfSprint(world, (await sprintOf(world, 'ben'))?.id ?? '');
      world.at('2026-03-02T17:30:00Z');
      await world.desks.checkins.checkIn('ben', aCheckIn(slot!));
      await leave('ben', podId);

      expect(await memberOf(world, 'ben')).toMatchObject({ podId: null, wayBack: null });
      expect(await sprintOf(world, 'ben')).toMatchObject({ podId: null, status: 'active' });
      expect((await requestOf(world, 'ben'))?.status).toBe('cancelled');
      expect((await world.records.streaks.doc('ben').get()).data()?.current).toBe(1);
      const pod = await podOf(world, podId);
      expect(pod).toMatchObject({ status: 'active', memberIds: ['ana', 'cem'], search: null });
      expect(pod.cards.map(({ id }) => id)).toEqual(['ana', 'cem']);
      expect(await asked(world, podId)).toEqual(['vacancy ana cem']);
      expect(await feedOf(world, podId)).toEqual(expect.arrayContaining(['check-in', 'member-left']));
      const history = (await world.records.podHistory(podId).where('kind', '==', 'left').get()).docs;
      expect(history.map((found) => found.data())).toMatchObject([{ memberId: 'ben', why: 'left', actorId: 'ben' }]);
      for (const [id, others] of Object.entries({ ben: ['ana', 'cem'], ana: ['ben'], cem: ['ben'] }))
        expect((await world.records.relations.doc(id).get()).data()?.recent.map(({ memberId }) => memberId)).toEqual(
          others,
        );

      await world.settle();
      const told = world.notices.filter(({ event }) => event.startsWith('pod-c') || event === 'pod-question');
      expect(told.map(({ event, memberId }) => `${event} ${memberId}`).sort()).toEqual([
        'pod-changed ana',
        'pod-changed cem',
        'pod-question ana',
        'pod-question cem',
      ]);
      expect(world.tasks.filter(({ task }) => task === 'decide-pod').map(({ runAt }) => runAt)).toContainEqual(
        new Date('2026-03-03T17:30:00Z'),
      );
    });

    it('puts them into the queue ahead of those who just came, and asks the others whether to go along', async () => {
      const podId = await aPodOf(world, ['ana', 'ben', 'cem']);
      await leave('ben', podId, true);
      expect(await requestOf(world, 'ben')).toMatchObject({
        status: 'waiting',
        lane: 'usual',
        recent: [{ memberId: 'ana' }, { memberId: 'cem' }],
        waitingSince: new Date('2026-02-27T08:00:00Z'),
      });
      expect(await asked(world, podId)).toEqual(['go-along ana', 'go-along cem', 'vacancy ana cem']);
    });

    it('is refused to a stranger, and twice', async () => {
      const podId = await aPodOf(world, ['ana', 'ben', 'cem']);
      await leave('ben', podId);
      for (const id of ['ben', 'eve']) expect(await refusalOf(leave(id, podId))).toBe('not-found');
      expect(await refusalOf(leave('ana', 'no-pod'))).toBe('not-found');
    });

    it('is one after the other for two at the same moment', async () => {
      const podId = await aPodOf(world, ['ana', 'ben', 'cem']);
      await Promise.all([leave('ana', podId), leave('ben', podId, true)]);
      expect(await podOf(world, podId)).toMatchObject({ status: 'degraded', memberIds: ['cem'] });
      expect(await asked(world, podId)).toContain('degraded cem');
    });

    it('ends the pod, its sessions and its questions with the last one', async () => {
      const podId = await aPodOf(world, ['ana', 'ben']);
      await Promise.all([leave('ana', podId), leave('ben', podId)]);
      expect(await podOf(world, podId)).toMatchObject({ status: 'ended', memberIds: [], dueAt: null });
      expect(await questions(world, podId)).toEqual([]);
      const sessions = (await world.records.sessions.where('podId', '==', podId).get()).docs;
      expect(sessions.map((found) => found.data().state)).toEqual(['cancelled']);
    });

    it('hands a live session over, and takes the one who left out of it', async () => {
      const podId = await aPodOf(world, ['ana', 'ben', 'cem']);
      const [found] = (await world.records.sessions.get()).docs;
      const session = found!.data();
      world.at(session.startsAt);
      const host = session.hostId;
      const [other = ''] = session.memberIds.filter((id) => id !== host);
      for (const [n, id] of [host, other].entries())
        await world.desks.sessions.command(id, {
          sessionId: session.id,
          commandId: `join-${id}`,
          expectedVersion: n + 1,
          command: { kind: 'join' },
        });
      await leave(host, podId);
      const rest = (await world.records.sessions.doc(session.id).get()).data();
      expect(rest).toMatchObject({ hostId: other, joinedIds: [other], state: 'lobby', version: 4 });
    });

    it('takes a suspended or deleted member out', async () => {
      const podId = await aPodOf(world, ['ana', 'ben', 'cem']);
      await world.desks.accounts.setStatus({ actorId: 'mod', memberId: 'ana', status: 'suspended' });
      await world.desks.accounts.setStatus({ actorId: 'mod', memberId: 'ben', status: 'deleted' });
      expect(await podOf(world, podId)).toMatchObject({ status: 'degraded', memberIds: ['cem'] });
      expect((await requestOf(world, 'ana'))?.status).toBe('cancelled');
      const why = (await world.records.podHistory(podId).where('kind', '==', 'left').get()).docs;
      expect(why.map((found) => found.data().why)).toEqual(['account-closed', 'account-closed']);
    });
  });

  describe('of a pod of two that loses one', () => {
    let podId: string;
    beforeEach(async () => {
      podId = await aPodOf(world, ['ana', 'ben']);
      await leave('ben', podId);
    });

    it('asks the other, keeps their session, and misses nobody there', async () => {
      expect(await podOf(world, podId)).toMatchObject({ status: 'degraded', memberIds: ['ana'] });
      const [session] = (await world.records.sessions.get()).docs;
      expect(session?.data()).toMatchObject({ state: 'scheduled', memberIds: ['ana'] });
      world.at('2026-03-02T16:20:00Z');
      await world.desks.sessions.advance(session!.id);
      const over = (await world.records.sessions.doc(session!.id).get()).data();
      expect(over).toMatchObject({ state: 'no-quorum', excusedIds: ['ana'] });
    });

    it('finds a podmate: the pod, its session, its feed and its history go on', async () => {
      await waiting(world, 'zoe');
      const streak = (await world.records.streaks.doc('ana').get()).data();
      expect(await say(world, { podId, memberId: 'ana', kind: 'degraded', option: 'refill' })).toEqual({
        state: 'decided',
      });
      await world.desks.pods.decide(podId);
      const proposal = await additionTo(world, 'zoe');
      expect(proposal).toMatchObject({ kind: 'refill', podId, answers: { ana: 'accepted', zoe: 'waiting' } });
      expect((await requestOf(world, 'zoe'))?.lock?.proposalId).toBe(proposal?.id);

      later(world, 1);
      expect(await accept(world, 'zoe')).toEqual({ state: 'formed', podId });
      expect(await podOf(world, podId)).toMatchObject({ status: 'active', memberIds: ['ana', 'zoe'], search: null });
      expect(await memberOf(world, 'zoe')).toMatchObject({ podId });
      expect(await sprintOf(world, 'zoe')).toMatchObject({ podId });
      expect((await requestOf(world, 'zoe'))?.status).toBe('matched');
      expect(await questions(world, podId)).toEqual([]);
      const [session] = (await world.records.sessions.get()).docs;
      expect(session?.data()).toMatchObject({ memberIds: ['ana', 'zoe'], names: { zoe: 'zoe' } });
      expect((await feedOf(world, podId)).sort()).toEqual([
        'member-joined',
        'member-left',
        'pod-formed',
        'session-scheduled',
      ]);
      expect((await world.records.streaks.doc('ana').get()).data()).toEqual(streak);
      await world.settle();
      expect(world.notices.map(({ event, memberId }) => `${event} ${memberId}`)).toEqual(
        expect.arrayContaining(['pod-proposed zoe', 'pod-changed ana', 'pod-formed zoe']),
      );
    });

    it('does so by default after a day, and after three days more asks once more', async () => {
      later(world, 23);
      await world.desks.pods.decide(podId);
      expect((await podOf(world, podId)).search).toBeNull();
      later(world, 1);
      await Promise.all([world.desks.pods.decide(podId), world.desks.pods.sweep()]);
      expect((await podOf(world, podId)).search).toMatchObject({ mode: 'refill' });
      await world.desks.pods.noteVisit('ana');
      later(world, 72);
      await world.desks.pods.sweep();
      expect(await asked(world, podId)).toEqual(['unfilled ana']);
      await world.desks.pods.noteVisit('ana');
      later(world, 24);
      await world.desks.pods.sweep();
      expect(await podOf(world, podId)).toMatchObject({ status: 'solo', memberIds: ['ana'] });
    });

    it('asks the next one when somebody declines or does not answer, and nobody twice', async () => {
      await waiting(world, 'zoe');
      later(world, 1);
      await waiting(world, 'yan');
      await say(world, { podId, memberId: 'ana', kind: 'degraded', option: 'refill' });
      await world.desks.pods.sweep();
      const first = await additionTo(world, 'zoe');
      expect(await additionTo(world, 'yan')).toBeUndefined();
      await world.desks.matching.answer('zoe', { proposalId: first?.id ?? '', answer: 'rematch' });
      expect((await requestOf(world, 'zoe'))?.status).toBe('waiting');
      await world.desks.pods.sweep();
      const second = await additionTo(world, 'yan');
      later(world, 24);
      await world.desks.matching.expire(second?.id ?? '');
      expect((await requestOf(world, 'yan'))?.status).toBe('waiting');
      await world.desks.pods.sweep();
      expect(await additionTo(world, 'zoe')).toBeUndefined();
      expect(await additionTo(world, 'yan')).toBeUndefined();
    });

    it('is asked before others are put together with whoever is first in turn', async () => {
      await say(world, { podId, memberId: 'ana', kind: 'degraded', option: 'refill' });
      await waiting(world, 'zoe');
      later(world, 1);
      await waiting(world, 'yan');
      await world.desks.pods.fill();
      await world.desks.matching.run();
      expect(await additionTo(world, 'zoe')).toMatchObject({ podId });
      expect((await requestOf(world, 'yan'))?.status).toBe('waiting');
    });

    it('either joins or ends, when the newcomer accepts while the survivor ends the sprint', async () => {
      await waiting(world, 'zoe');
      await say(world, { podId, memberId: 'ana', kind: 'degraded', option: 'refill' });
      await world.desks.pods.decide(podId);
      await Promise.allSettled([accept(world, 'zoe'), leave('ana', podId)]);
      const pod = await podOf(world, podId);
      const zoe = await requestOf(world, 'zoe');
      if (pod.memberIds.includes('zoe')) expect(pod).toMatchObject({ status: 'degraded', memberIds: ['zoe'] });
      else expect(zoe).toMatchObject({ status: 'waiting', lock: null });
    });

    it('lets a newcomer wait on whose pod has ended meanwhile', async () => {
      await waiting(world, 'zoe');
      await say(world, { podId, memberId: 'ana', kind: 'degraded', option: 'refill' });
      await world.desks.pods.decide(podId);
      const proposal = await additionTo(world, 'zoe');
      await leave('ana', podId);
      expect(await requestOf(world, 'zoe')).toMatchObject({ status: 'waiting', lock: null });
      const late = world.desks.matching.answer('zoe', { proposalId: proposal?.id ?? '', answer: 'accept' });
      expect(await refusalOf(late)).toBe('failed-precondition');
    });

    it('forms or expires, never both, at the end of the day', async () => {
      await waiting(world, 'zoe');
      await say(world, { podId, memberId: 'ana', kind: 'degraded', option: 'refill' });
      await world.desks.pods.decide(podId);
      const proposalId = (await additionTo(world, 'zoe'))?.id ?? '';
      later(world, 23.999);
      const acceptance = world.desks.matching.answer('zoe', { proposalId, answer: 'accept' });
      later(world, 0.001);
      await Promise.allSettled([acceptance, world.desks.matching.expire(proposalId)]);
      const state = (await world.records.proposals.doc(proposalId).get()).data()?.state;
      const isIn = (await podOf(world, podId)).memberIds.includes('zoe');
      expect(state).toBe(isIn ? 'formed' : 'expired');
    });

    it('does not form with somebody who was blocked meanwhile, and does not say why', async () => {
      await waiting(world, 'zoe');
      await say(world, { podId, memberId: 'ana', kind: 'degraded', option: 'refill' });
      await world.desks.pods.decide(podId);
      const relations = world.records.relations.doc('ana');
      await relations.set({ ...(await relations.get()).data()!, blocks: ['zoe'] });
      await expect(accept(world, 'zoe')).rejects.toThrow('This proposal is closed. You keep your place,');
      expect((await podOf(world, podId)).memberIds).toEqual(['ana']);
      expect((await requestOf(world, 'zoe'))?.status).toBe('waiting');
    });

    it('merges with another one: the one who looks moves, and their empty pod ends', async () => {
      await waiting(world, 'cem', 'dana');
      await world.desks.matching.run();
      const proposal = await additionTo(world, 'cem');
      for (const id of ['cem', 'dana'])
        await world.desks.matching.answer(id, { proposalId: proposal?.id ?? '', answer: 'accept' });
      const otherId = (await memberOf(world, 'cem'))?.podId ?? '';
      await leave('dana', otherId);
      await say(world, { podId, memberId: 'ana', kind: 'degraded', option: 'refill' });
      later(world, 1);
      await say(world, { podId: otherId, memberId: 'cem', kind: 'degraded', option: 'merge' });
      await world.desks.pods.decide(otherId);
      expect(await additionTo(world, 'cem')).toMatchObject({ kind: 'merge', podId });
      expect(await accept(world, 'cem')).toEqual({ state: 'formed', podId });
      expect(await podOf(world, podId)).toMatchObject({ status: 'active', memberIds: ['ana', 'cem'] });
      expect(await podOf(world, otherId)).toMatchObject({ status: 'ended', memberIds: [] });
      expect((await requestOf(world, 'cem'))?.status).toBe('matched');
      expect(await sprintOf(world, 'cem')).toMatchObject({ podId });
    });

    it('stays where they are who do not want to move', async () => {
      await waiting(world, 'cem', 'dana');
      await world.desks.matching.run();
      const proposal = await additionTo(world, 'cem');
      for (const id of ['cem', 'dana'])
        await world.desks.matching.answer(id, { proposalId: proposal?.id ?? '', answer: 'accept' });
      const otherId = (await memberOf(world, 'cem'))?.podId ?? '';
      await leave('dana', otherId);
      for (const [id, pod] of [
        ['ana', podId],
        ['cem', otherId],
      ] as const) {
        await say(world, { podId: pod, memberId: id, kind: 'degraded', option: 'merge' });
        later(world, 1);
      }
      await world.desks.pods.sweep();
      const merge = await additionTo(world, 'cem');
      await world.desks.matching.answer('cem', { proposalId: merge?.id ?? '', answer: 'rematch' });
      expect(await podOf(world, otherId)).toMatchObject({ status: 'degraded', memberIds: ['cem'] });
      expect((await requestOf(world, 'cem'))?.status).toBe('matched');
      await world.desks.pods.sweep();
      expect(await additionTo(world, 'cem')).toBeUndefined();
    });
  });
});
