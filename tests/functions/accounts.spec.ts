import { type DesksAtWork, aPlan, aPodOf, closeDesks, enter, openDesks, proposalOf, refusalOf } from './desks-at-work';

describe('the account desk', () => {
  let world: DesksAtWork;
  beforeEach(async () => {
    world = await openDesks('accounts', '2026-03-02T08:00:00Z');
  });
  afterAll(closeDesks);

  it('makes a member once, with an active status and an audit event', async () => {
    expect(await enter(world, 'ana')).toEqual({ memberId: 'ana', isNew: true });
    expect(await enter(world, 'ana')).toEqual({ memberId: 'ana', isNew: false });
    expect(await world.desks.accounts.isActive('ana')).toBe(true);
    expect((await world.records.auditEvents.get()).docs.map((event) => event.id)).toEqual(['member:ana:created']);
  });

  it('makes one member of two sign-ins at the same moment', async () => {
    const entered = await Promise.all([enter(world, 'ana'), enter(world, 'ana')]);
    expect(entered.map(({ isNew }) => isNew).sort()).toEqual([false, true]);
  });

  it('does not know a stranger as active', async () => {
    expect(await world.desks.accounts.isActive('eve')).toBe(false);
  });

  it('saves a profile once per version, and shows it to the pod with privacy applied', async () => {
    const podId = await aPodOf(world, ['ana', 'ben']);
    const profile = {
      expectedVersion: 1,
      displayName: 'Ana <b>Lima</b>',
      pronouns: 'she/her',
      timeZone: 'Europe/Berlin',
      privacy: { pronouns: 'nobody', timeZone: 'podmates' },
      isAdult: true,
      experience: 3,
    } as const;
    expect(await world.desks.accounts.saveProfile('ana', profile)).toEqual({ version: 2 });
    expect(await refusalOf(world.desks.accounts.saveProfile('ana', profile))).toBe('aborted');
    const pod = (await world.records.pods.doc(podId).get()).data();
    expect(pod?.cards.find(({ id }) => id === 'ana')).toMatchObject({
      displayName: 'Ana <b>Lima</b>',
      pronouns: null,
      timeZone: 'Europe/Berlin',
    });
    const [session] = (await world.records.sessions.get()).docs;
    expect(session?.data().names['ana']).toBe('Ana <b>Lima</b>');
  });

  it('closes a suspended account: not active, out of matching, sign-in ended, until it is restored', async () => {
    for (const id of ['ana', 'ben']) {
      await enter(world, id);
      await world.desks.sprints.start(id, aPlan());
    }
    await world.desks.matching.run();
    const proposalId = await proposalOf(world, 'ana');

    await world.desks.accounts.setStatus({ actorId: 'mod', memberId: 'ana', status: 'suspended' });

    expect(await world.desks.accounts.isActive('ana')).toBe(false);
    expect(world.access.get('ana')).toBe(false);
    expect(await refusalOf(enter(world, 'ana'))).toBe('permission-denied');
    expect((await world.records.matchRequests.doc('ana').get()).data()?.status).toBe('cancelled');
    expect((await world.records.matchRequests.doc('ben').get()).data()?.status).toBe('waiting');
    expect((await world.records.proposals.doc(proposalId).get()).data()?.state).toBe('declined');

    world.at('2026-03-02T09:00:00Z');
    await world.desks.accounts.setStatus({ actorId: 'mod', memberId: 'ana', status: 'active' });
    expect(await enter(world, 'ana')).toEqual({ memberId: 'ana', isNew: false });
    expect(world.access.get('ana')).toBe(true);
  });

  it('does not bring a deleted account back, and does not know a stranger', async () => {
    await enter(world, 'ana');
    await world.desks.accounts.setStatus({ actorId: 'mod', memberId: 'ana', status: 'deleted' });
    const restore = { actorId: 'mod', memberId: 'ana', status: 'active' } as const;
    expect(await refusalOf(world.desks.accounts.setStatus(restore))).toBe('failed-precondition');
    expect(await refusalOf(world.desks.accounts.setStatus({ ...restore, memberId: 'eve' }))).toBe('not-found');
    expect(world.access.get('ana')).toBe(false);
  });
});
