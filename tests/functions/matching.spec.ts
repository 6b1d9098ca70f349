import { type MatchRequest } from '@podmates/domain';
import { noRelations } from '@podmates/domain/matching';
import { type DesksAtWork, aPlan, aPodOf, closeDesks, enter, openDesks, proposalOf, refusalOf } from './desks-at-work';
import { waitingMembers } from './people-waiting';

describe('the match desk', () => {
  let world: DesksAtWork;
  const requestOf = async (id: string) => (await world.records.matchRequests.doc(id).get()).data();
  const answer = (id: string, proposalId: string, said: 'accept' | 'rematch' = 'accept') =>
    world.desks.matching.answer(id, { proposalId, answer: said });

  beforeEach(async () => {
    world = await openDesks('matching', '2026-03-02T08:00:00Z');
  });
  afterAll(closeDesks);

  it('leads from waiting to a pod with a first session, its agenda, and news for all', async () => {
    await waitingMembers(world, ['ana', 'ben', 'cem']);
    expect(await world.desks.matching.preview('ana', aPlan())).toMatchObject({ people: 2 });
    await world.desks.matching.run();
    const proposalId = await proposalOf(world, 'ana');
    expect(await answer('ana', proposalId)).toEqual({ state: 'open', podId: null });
    expect(await answer('ben', proposalId)).toEqual({ state: 'open', podId: null });
    const formed = await answer('cem', proposalId);
    expect(formed.state).toBe('formed');
    expect(await answer('cem', proposalId)).toEqual(formed);

    const podId = formed.podId ?? '';
    const pod = (await world.records.pods.doc(podId).get()).data();
    expect([...(pod?.memberIds ?? [])].sort()).toEqual(['ana', 'ben', 'cem']);
    for (const id of ['ana', 'ben', 'cem']) {
      const member = (await world.records.members.doc(id).get()).data();
      expect(member?.podId).toBe(podId);
      expect((await world.records.sprints.doc(member?.activeSprintId ?? '').get()).data()?.podId).toBe(podId);
      expect((await requestOf(id))?.status).toBe('matched');
    }
    const [session] = (await world.records.sessions.where('podId', '==', podId).get()).docs;
    // Free from 17:00 in Berlin, which is 16:00 UTC; the kick-off is the first shared hour.
    expect(session?.data()).toMatchObject({ state: 'scheduled', startsAt: new Date('2026-03-02T16:00:00Z') });
    expect((await world.records.agenda(session?.id ?? '').get()).size).toBeGreaterThan(2);
    const feed = (await world.records.feed(podId).get()).docs.map((event) => event.data().kind);
    expect(feed.sort()).toEqual(['pod-formed', 'session-scheduled']);

    await world.settle();
    expect(world.notices.map(({ event, memberId }) => `${event} ${memberId}`).sort()).toEqual(
      ['ana', 'ben', 'cem'].flatMap((id) => [`pod-formed ${id}`, `pod-proposed ${id}`]).sort(),
    );
    const advance = world.tasks.find(({ task }) => task === 'advance-session');
    expect(advance).toMatchObject({ subjectId: session?.id, runAt: new Date('2026-03-02T15:50:00Z') });
  });

  it('counts in a preview only those whom the member could meet', async () => {
    await waitingMembers(world, ['ana', 'ben', 'cem', 'dana', 'eve']);
    const seenBy = async (id: string) => (await world.desks.matching.preview(id, aPlan())).people;
    const change = (id: string, fields: Partial<Pick<MatchRequest, 'language' | 'blocks'>>) =>
      world.records.matchRequests.doc(id).update(fields);
    expect(await seenBy('ana')).toBe(4);
    await change('ben', { language: 'de' });
    expect(await seenBy('ana')).toBe(3);
    await change('cem', { blocks: ['ana'] });
    expect(await seenBy('ana')).toBe(2);
    await world.records.relations.doc('ana').set({ ...noRelations('ana'), blocks: ['dana'] });
    expect(await seenBy('ana')).toBe(1);
    // Nobody has to wait to look, nor to be known by a request.
    await enter(world, 'finn');
    expect(await seenBy('finn')).toBe(4);
    // What the form says counts, before it is saved: the others are not known to be adults.
    const asAdult = await world.desks.matching.preview('finn', { ...aPlan(), isAdult: true });
    expect(asAdult.people).toBe(0);
    expect(await refusalOf(world.desks.matching.preview('nobody', aPlan()))).toBe('not-found');
  });

  it('takes somebody back into the queue who had left it, once', async () => {
    await waitingMembers(world, ['ana', 'ben']);
    await world.desks.matching.cancel('ana');
    expect((await requestOf('ana'))?.status).toBe('cancelled');
    await world.desks.matching.request('ana');
    await world.desks.matching.request('ana');
    expect(await requestOf('ana')).toMatchObject({ status: 'waiting', version: 3 });
    await world.desks.matching.run();
    expect(await proposalOf(world, 'ana')).toBe(await proposalOf(world, 'ben'));
  });

  it('refuses a queue without a sprint, and one beside a pod', async () => {
    await enter(world, 'dana');
    expect(await refusalOf(world.desks.matching.request('dana'))).toBe('failed-precondition');
    await aPodOf(world, ['ana', 'ben']);
    expect(await refusalOf(world.desks.matching.request('ana'))).toBe('failed-precondition');
  });

  it('forms one pod when the last two accept at the same moment', async () => {
    await waitingMembers(world, ['ana', 'ben']);
    await world.desks.matching.run();
    const proposalId = await proposalOf(world, 'ana');
    const states = await Promise.all([answer('ana', proposalId), answer('ben', proposalId)]);
    expect(states.map(({ state }) => state).sort()).toEqual(['formed', 'open']);
    expect((await world.records.pods.get()).size).toBe(1);
    expect((await world.records.sessions.get()).size).toBe(1);
  });

  it('proposes nobody twice when two runs race', async () => {
    await waitingMembers(world, ['ana', 'ben', 'cem']);
    await Promise.all([world.desks.matching.run(), world.desks.matching.run()]);
    expect((await world.records.proposals.get()).size).toBe(1);
  });

  it('lets the others wait on after a rematch, and does not propose the same people again', async () => {
    await waitingMembers(world, ['ana', 'ben']);
    await world.desks.matching.run();
    const proposalId = await proposalOf(world, 'ana');
    expect(await answer('ana', proposalId, 'rematch')).toEqual({ state: 'declined', podId: null });
    expect(await refusalOf(answer('ben', proposalId))).toBe('failed-precondition');
    await world.desks.matching.run();
    expect((await requestOf('ben'))?.status).toBe('waiting');
    expect((await world.records.proposals.get()).size).toBe(1);
    await world.settle();
    expect(world.tasks).toContainEqual(
      expect.objectContaining({ task: 'run-matching', id: `run-matching:${proposalId}` }),
    );
  });

  it('takes a late answer for none, and a member who cancels after the end out of what expires', async () => {
    await waitingMembers(world, ['ana', 'ben', 'cem']);
    await world.desks.matching.run();
    const proposalId = await proposalOf(world, 'ana');
    await answer('ana', proposalId);
    await answer('ben', proposalId);
    world.at('2026-03-03T08:00:01Z');
    expect(await refusalOf(answer('cem', proposalId))).toBe('failed-precondition');
    await world.desks.matching.cancel('ben');
    await world.desks.matching.expire(proposalId);
    expect((await world.records.proposals.doc(proposalId).get()).data()?.state).toBe('expired');
    expect((await requestOf('ben'))?.status).toBe('cancelled');
    expect((await requestOf('ana'))?.status).toBe('waiting');
  });

  it('shrinks to those who accepted when the day is over, once, however often it is told', async () => {
    await waitingMembers(world, ['ana', 'ben', 'cem']);
    await world.desks.matching.run();
    const proposalId = await proposalOf(world, 'ana');
    await answer('ana', proposalId);
    await answer('ben', proposalId);
    await world.desks.matching.expire(proposalId);
    expect((await world.records.pods.get()).size).toBe(0);

    world.at('2026-03-03T08:00:00Z');
    await Promise.all([world.desks.matching.expire(proposalId), world.desks.matching.sweep()]);
    const [pod] = (await world.records.pods.get()).docs;
    expect([...(pod?.data().memberIds ?? [])].sort()).toEqual(['ana', 'ben']);
    expect((await world.records.pods.get()).size).toBe(1);
    expect((await requestOf('cem'))?.status).toBe('waiting');
  });

  it('takes a member out who cancels, and shows a proposal to nobody else', async () => {
    await waitingMembers(world, ['ana', 'ben']);
    await enter(world, 'eve');
    await world.desks.matching.run();
    const proposalId = await proposalOf(world, 'ana');
    expect(await refusalOf(answer('eve', proposalId))).toBe('not-found');
    await world.desks.matching.cancel('ana');
    await world.desks.matching.cancel('ana');
    expect((await requestOf('ana'))?.status).toBe('cancelled');
    expect((await requestOf('ben'))?.status).toBe('waiting');
    await world.desks.matching.cancel('eve');
    expect(await requestOf('eve')).toBeUndefined();
  });

  it('does not propose somebody who was suspended while waiting', async () => {
    await waitingMembers(world, ['ana', 'ben']);
    await world.records.memberStatuses
      .doc('ben')
      .set({ id: 'ben', status: 'suspended', changedAt: new Date('2026-03-02T08:00:00Z') });
    await world.desks.matching.run();
    expect((await world.records.proposals.get()).size).toBe(0);
  });

  it('keeps the pod for the next sprint instead of asking for another one', async () => {
    const podId = await aPodOf(world, ['ana', 'ben']);
    const first = (await world.records.members.doc('ana').get()).data()?.activeSprintId ?? '';
    world.at('2026-04-20T08:00:00Z');
    await world.desks.streaks.sweep();
    expect((await world.records.sprints.doc(first).get()).data()?.status).toBe('completed');
    const next = await world.desks.sprints.start('ana', aPlan({ clientMutationId: 'plan-2' }));
    expect((await world.records.sprints.doc(next.sprintId).get()).data()?.podId).toBe(podId);
    expect((await requestOf('ana'))?.status).toBe('matched');
  });
});
