import { type Member, type Relations } from '@podmates/domain';
import { noRelations } from '@podmates/domain/matching';
import { type DesksAtWork, aPodOf, closeDesks, openDesks, proposalOf, refusalOf } from './desks-at-work';
import { givenWaiting, someone, waitingMembers } from './people-waiting';
import { accept, additionTo, checkPods, later, requestOf, say, waiting } from './pods-at-work';

const NO_WISHES = { styles: [], sizes: [2 as const, 3 as const, 4 as const], gender: null, comfort: null };

/** What somebody may change between being asked and the last yes; after each of them the others may not meet them. */
const CHANGES: [string, (world: DesksAtWork, id: string) => Promise<unknown>][] = [
  ['says that they are an adult', (world, id) => saveProfile(world, id, { isAdult: true })],
  [
    'wants the company of their own gender',
    (world, id) =>
      world.desks.accounts.savePreferences(id, { preferences: { ...NO_WISHES, gender: 'woman', comfort: 'same' } }),
  ],
  [
    'has other hours',
    (world, id) =>
      world.desks.sprints.changeAvailability(id, { availability: [{ weekday: 6, start: '05:00', end: '09:00' }] }),
  ],
];

async function saveProfile(world: DesksAtWork, id: string, changes: Partial<Pick<Member, 'isAdult'>>) {
  const member = (await world.records.members.doc(id).get()).data()!;
  const { displayName, pronouns, timeZone, privacy, experience, isAdult, version } = member;
  const form = { displayName, pronouns, timeZone, privacy, experience, isAdult };
  return world.desks.accounts.saveProfile(id, { ...form, ...changes, expectedVersion: version });
}

describe('what the transaction that commits asks again', () => {
  let world: DesksAtWork;
  const answer = (id: string, proposalId: string, said: 'accept' | 'rematch' = 'accept') =>
    world.desks.matching.answer(id, { proposalId, answer: said });
  const relate = (id: string, fields: Partial<Relations>) =>
    world.records.relations.doc(id).set({ ...noRelations(id), ...fields });

  beforeEach(async () => {
    world = await openDesks('matching-commit', '2026-03-02T08:00:00Z');
  });
  afterEach(() => checkPods(world));
  afterAll(closeDesks);

  describe('of people who could be a pod', () => {
    it.each(CHANGES)('when one of them %s: it closes, and all wait on', async (_, change) => {
      await waitingMembers(world, ['ana', 'ben', 'cem']);
      await world.desks.matching.run();
      const proposalId = await proposalOf(world, 'ana');
      for (const id of ['ana', 'ben']) await answer(id, proposalId);
      await change(world, 'ana');
      expect(await refusalOf(answer('cem', proposalId))).toBe('failed-precondition');
      for (const id of ['ana', 'ben', 'cem'])
        expect(await requestOf(world, id)).toMatchObject({ status: 'waiting', lock: null });
    });

    it('reads the members themselves: a request that is older than its member decides nothing', async () => {
      await givenWaiting(world, someone(['ana', 'ben']));
      await world.desks.matching.run();
      const proposalId = await proposalOf(world, 'ana');
      await world.records.members.doc('ana').update({ isAdult: true });
      expect(await refusalOf(answer('ana', proposalId))).toBe('failed-precondition');
      expect((await world.records.proposals.doc(proposalId).get()).data()?.state).toBe('declined');
      expect((await world.records.pods.get()).size).toBe(0);
    });

    it('keeps to the time that they said yes to, whatever else they share', async () => {
      await waitingMembers(world, ['ana', 'ben']);
      await world.desks.matching.run();
      const proposalId = await proposalOf(world, 'ana');
      const proposal = (await world.records.proposals.doc(proposalId).get()).data();
      expect(proposal?.meeting).toMatchObject({ weekday: 1, time: '18:00' });
      await answer('ben', proposalId);
      await world.desks.sprints.changeAvailability('ana', {
        availability: [{ weekday: 4, start: '17:00', end: '21:00' }],
      });
      expect(await refusalOf(answer('ana', proposalId))).toBe('failed-precondition');
      expect((await world.records.proposals.doc(proposalId).get()).data()?.state).toBe('declined');
    });

    it('closes with whoever deletes their account between the proposal and the last yes', async () => {
      await waitingMembers(world, ['ana', 'ben', 'cem']);
      await world.desks.matching.run();
      const proposalId = await proposalOf(world, 'ana');
      for (const id of ['ana', 'ben']) await answer(id, proposalId);
      await world.desks.accounts.setStatus({ actorId: 'ana', memberId: 'ana', status: 'deleted' });
      expect(await refusalOf(answer('cem', proposalId))).toBe('failed-precondition');
      expect((await requestOf(world, 'ana'))?.status).toBe('cancelled');
      await world.desks.matching.run();
      expect(await proposalOf(world, 'ben')).toBe(await proposalOf(world, 'cem'));
    });

    it('closes the proposal that is open by a block, also where an earlier one was never ended', async () => {
      await waitingMembers(world, ['ana', 'ben']);
      await world.desks.matching.run();
      const forgotten = (await world.records.proposals.doc(await proposalOf(world, 'ana')).get()).data()!;
      await world.records.proposals.doc('0').set({ ...forgotten, id: '0' }); // before any other in a list
      later(world, 24);
      for (const id of ['ana', 'ben'])
        await world.records.matchRequests.doc(id).update({ status: 'waiting', lock: null });
      await world.desks.matching.run();
      const open = await proposalOf(world, 'ana');
      expect(open).not.toBe(forgotten.id);
      await world.desks.relations.block('ana', { memberId: 'ben' });
      expect((await world.records.proposals.doc(open).get()).data()?.state).toBe('declined');
    });

    it('lets nobody lose their place who asks for a pod while a proposal that is over was not ended yet', async () => {
      await waitingMembers(world, ['ana', 'ben']);
      await world.desks.matching.run();
      later(world, 24);
      await world.desks.matching.request('ana');
      await world.desks.matching.sweep();
      expect((await requestOf(world, 'ana'))?.waitingSince).toEqual(new Date('2026-03-02T08:00:00Z'));
    });
  });

  describe('of somebody who is asked into a pod', () => {
    let podId: string;
    beforeEach(async () => {
      podId = await aPodOf(world, ['ana', 'ben']);
      await world.desks.pods.leave('ben', { podId, looksForAnother: false });
    });
    const look = (option: 'refill' | 'merge' = 'refill', memberId = 'ana', id = podId) =>
      say(world, { podId: id, memberId, kind: 'degraded', option });

    it.each(CHANGES)(
      'when the one who is in it %s: the other is told that it is over, and waits on',
      async (_, change) => {
        await waiting(world, 'zoe');
        await look();
        await world.desks.pods.decide(podId);
        expect(await additionTo(world, 'zoe')).toBeDefined();
        await change(world, 'ana');
        expect(await refusalOf(accept(world, 'zoe'))).toBe('failed-precondition');
        expect((await requestOf(world, 'zoe'))?.status).toBe('waiting');
      },
    );

    it('goes by who they are since the pod was formed', async () => {
      await saveProfile(world, 'ana', { isAdult: true });
      await waiting(world, 'zoe', 'yan');
      await saveProfile(world, 'yan', { isAdult: true });
      await look();
      await world.desks.pods.decide(podId);
      expect(await additionTo(world, 'zoe')).toBeUndefined();
      expect(await additionTo(world, 'yan')).toMatchObject({ podId });
    });

    it('asks the next one when the first was reported by somebody of the pod', async () => {
      await waiting(world, 'zoe');
      later(world, 1);
      await waiting(world, 'yan');
      await relate('ana', { reported: ['zoe'] });
      await look();
      await world.desks.pods.decide(podId);
      expect(await additionTo(world, 'zoe')).toBeUndefined();
      expect(await additionTo(world, 'yan')).toMatchObject({ podId });
    });

    it('looks past those who wait longest because they fit nobody', async () => {
      const ids = Array.from({ length: 60 }, (_, n) => `odd${n}`);
      const waitingSince = new Date('2026-02-20T08:00:00Z');
      await givenWaiting(world, someone(ids, { request: { waitingSince, hours: [2, 3] } }));
      await waiting(world, 'zoe');
      await look();
      await world.desks.pods.decide(podId);
      expect(await additionTo(world, 'zoe')).toMatchObject({ podId });
    });

    it('closes with the newcomer who deletes their account', async () => {
      await waiting(world, 'zoe');
      await look();
      await world.desks.pods.decide(podId);
      const proposal = await additionTo(world, 'zoe');
      await world.desks.accounts.setStatus({ actorId: 'zoe', memberId: 'zoe', status: 'deleted' });
      expect((await world.records.proposals.doc(proposal?.id ?? '').get()).data()?.state).toBe('declined');
      expect((await world.records.pods.doc(podId).get()).data()).toMatchObject({
        memberIds: ['ana'],
        search: { mode: 'refill' },
      });
    });

    it('counts a rematch of a merge like any other: three a day', async () => {
      const rematchedAt = [3, 2, 1].map((hours) => new Date(world.now().getTime() - hours * 3_600_000));
      const other = await aPodOf(world, ['zoe', 'yan']);
      await world.desks.pods.leave('yan', { podId: other, looksForAnother: false });
      await look('refill');
      await look('merge', 'zoe', other);
      await world.desks.pods.decide(other);
      const proposalId = (await additionTo(world, 'zoe'))?.id ?? 'none';
      await world.records.matchRequests.doc('zoe').update({ rematchedAt });
      expect(await refusalOf(answer('zoe', proposalId, 'rematch'))).toBe('resource-exhausted');
      await world.records.matchRequests.doc('zoe').update({ rematchedAt: rematchedAt.slice(1) });
      expect((await answer('zoe', proposalId, 'rematch')).state).toBe('declined');
      expect(await requestOf(world, 'zoe')).toMatchObject({
        status: 'matched',
        rematchedAt: [...rematchedAt.slice(1), world.now()],
      });
    });

    it('is in one open proposal at a time, also the one whose pod would take somebody in', async () => {
      const [second, third] = [await aPodOf(world, ['zoe', 'yan']), await aPodOf(world, ['xia', 'wim'])];
      await world.desks.pods.leave('yan', { podId: second, looksForAnother: false });
      await world.desks.pods.leave('wim', { podId: third, looksForAnother: false });
      await look('refill');
      for (const [id, memberId] of [
        [second, 'zoe'],
        [third, 'xia'],
      ] as const) {
        later(world, 1);
        await look('merge', memberId, id);
      }
      await world.desks.pods.sweep();
      const open = (await world.records.proposals.where('state', '==', 'open').get()).docs.map((found) => found.data());
      expect(open.map(({ memberIds }) => memberIds)).toEqual([['ana', 'zoe']]);
    });
  });
});
