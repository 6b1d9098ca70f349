import { type DesksAtWork, closeDesks, openDesks, proposalOf } from './desks-at-work';
import { givenWaiting, someone } from './people-waiting';

// Deaths are logged as the defects that they are, dozens of them.
jest.mock('../../functions/node_modules/firebase-functions/lib/logger', () => ({ error: jest.fn(), warn: jest.fn() }));

const [MONDAY, TUESDAY, SOON_AFTER] = ['2026-03-02T08:00:00Z', '2026-03-03T08:00:00Z', '2026-03-03T08:03:00Z'];
/** More than any flow below looks at the clock. */
const LOOKS = 16;

/** One whose proposal comes to its end, one who wakes, one held by a lock that nothing will end, and two who wait. */
const givenEverythingDue = async (world: DesksAtWork): Promise<void> => {
  await givenWaiting(world, someone(['ana', 'ben', 'cem']));
  await world.desks.matching.run();
  const proposalId = await proposalOf(world, 'ana');
  for (const id of ['ana', 'ben']) await world.desks.matching.answer(id, { proposalId, answer: 'accept' });
  const lock = { proposalId: 'gone', fence: 1, expiresAt: new Date(TUESDAY) };
  await givenWaiting(world, [
    { id: 'lost', request: { status: 'proposed', lock, fence: 1 } },
    { id: 'rested', request: { status: 'snoozed', snoozedUntil: new Date(TUESDAY) } },
    ...someone(['dan', 'eva', 'fay']),
  ]);
  await world.settle();
  world.at(TUESDAY);
};

/** What is left of it all, without the ids that are drawn anew each time. */
const endOf = async (world: DesksAtWork) => {
  await world.settle();
  const requests = (await world.records.matchRequests.get()).docs.map((found) => found.data());
  const pods = (await world.records.pods.get()).docs.map((found) => found.data());
  const proposals = (await world.records.proposals.get()).docs.map((found) => found.data());
  return {
    requests: requests.map(({ id, status, fence }) => `${id} ${status} ${fence}`).sort(),
    pods: pods.map(({ memberIds }) => memberIds.toSorted().join()),
    proposals: proposals.map(({ state, memberIds }) => `${state} ${memberIds.toSorted().join()}`).sort(),
    notices: world.notices.map(({ event, memberId }) => `${event} ${memberId}`).sort(),
  };
};

describe('a server that dies at any moment and is started again', () => {
  let world: DesksAtWork;
  afterAll(closeDesks);

  const afterSweeps = async (dieAfter: number | null) => {
    world = await openDesks('matching-crashes', MONDAY);
    await givenEverythingDue(world);
    if (dieAfter !== null) {
      world.dieAfter(dieAfter);
      await world.desks.matching.sweep().catch(() => undefined);
      world.revive();
    }
    for (const at of [TUESDAY, SOON_AFTER]) {
      world.at(at);
      await world.desks.matching.sweep();
    }
    return endOf(world);
  };

  it('has swept everything once in the end, as if it had not died', async () => {
    const undisturbed = await afterSweeps(null);
    expect(undisturbed).toMatchObject({ pods: ['ana,ben'] });
    expect(undisturbed.requests.filter((line) => / (snoozed|waiting) /.test(line))).toEqual([]);
    for (let looks = 0; looks < LOOKS; looks += 1)
      expect([looks, await afterSweeps(looks)]).toEqual([looks, undisturbed]);
  });

  it('has suspended somebody with their proposal closed, and ends their sign-in when told again', async () => {
    world = await openDesks('matching-crashes', MONDAY);
    await givenWaiting(world, someone(['ana', 'ben']));
    await world.desks.matching.run();
    const suspend = () => world.desks.accounts.setStatus({ actorId: 'mod', memberId: 'ana', status: 'suspended' });
    world.dieAfter(0);
    await expect(suspend()).rejects.toThrow('The process died.');
    expect((await world.records.memberStatuses.doc('ana').get()).data()?.status).toBe('active');
    world.revive();
    await suspend();
    await suspend();
    expect(world.access.get('ana')).toBe(false);
    const ended = (await world.records.matchRequests.get()).docs.map((found) => found.data().status);
    expect(ended.toSorted()).toEqual(['cancelled', 'waiting']);
  });

  it('tells its members of a proposal once, though the way to them was broken for a while', async () => {
    world = await openDesks('matching-crashes', MONDAY);
    await givenWaiting(world, someone(['ana', 'ben']));
    await world.desks.matching.run();
    world.failNext('notifier', new Error('out of reach'));
    await world.settle();
    world.at('2026-03-02T08:10:00Z');
    await world.desks.outbox.resend();
    await world.desks.outbox.resend();
    const told = world.notices.filter(({ event }) => event === 'pod-proposed').map(({ memberId }) => memberId);
    expect(told.toSorted()).toEqual(['ana', 'ben']);
  });
});
