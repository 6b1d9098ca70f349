import { type MatchRequest } from '@podmates/domain';
import { type DesksAtWork, aPlan, closeDesks, enter, openDesks, proposalOf, refusalOf } from './desks-at-work';
import { givenWaiting, someone, waitingMembers } from './people-waiting';

const MONDAY = '2026-03-02T08:00:00Z';

describe('somebody who waits', () => {
  let world: DesksAtWork;
  const requestOf = async (id: string) => (await world.records.matchRequests.doc(id).get()).data();
  const snooze = (id: string, until: string | null) => world.desks.matching.snooze(id, { until });

  beforeEach(async () => {
    world = await openDesks('matching-waiting', MONDAY);
  });
  afterAll(closeDesks);

  describe('for more than a day', () => {
    const ago = (hours: number) => new Date(Date.parse(MONDAY) - hours * 3_600_000);
    const alone = (id: string, hours: number, more: Partial<MatchRequest> = {}) => ({
      id,
      request: { waitingSince: ago(hours), hours: [2, 3], ...more },
    });

    it('is told the place in the queue, how long it took others, and what would bring how many more', async () => {
      const took = [1, 2, 4, 8, 30];
      await givenWaiting(world, [
        alone('ana', 30),
        alone('old', 50, { hours: [100, 101] }),
        alone('new', 2, { hours: [100, 101], blocks: ['old'] }),
        ...took.map((hours, n) => ({
          id: `matched${n}`,
          request: { status: 'matched' as const, matchedAt: ago(0), waitingSince: ago(hours) },
        })),
      ]);
      await world.desks.matching.run();
      expect((await requestOf('ana'))?.waitlist).toEqual({
        since: ago(6),
        rank: 2,
        of: 3,
        band: { fromHours: 2, toHours: 8, matched: 5 },
        relax: [{ kind: 'add-hours', from: 100, until: 102, people: 2 }],
        asOf: new Date(MONDAY),
      });
      expect((await requestOf('old'))?.waitlist).toMatchObject({ rank: 1, relax: [{ from: 2, people: 1 }] });
      expect((await requestOf('new'))?.waitlist).toBeNull();
    });

    it('has the numbers made anew once an hour, and counts nobody of another language', async () => {
      await givenWaiting(world, [alone('ana', 30), { ...alone('ben', 40), member: { language: 'de' } }]);
      await world.desks.matching.run();
      const first = await requestOf('ana');
      expect(first?.waitlist).toMatchObject({ rank: 1, of: 1, band: null, relax: [] });
      world.at('2026-03-02T08:59:59Z');
      await world.desks.matching.run();
      expect(await requestOf('ana')).toEqual(first);
      world.at('2026-03-02T09:00:00Z');
      await world.desks.matching.run();
      expect((await requestOf('ana'))?.waitlist?.asOf).toEqual(world.now());
    });
  });

  it('is in no proposal while they pause, wakes by themself, and keeps the time they waited', async () => {
    await givenWaiting(world, someone(['ana', 'ben']));
    await snooze('ana', '2026-03-04T08:00:00Z');
    await world.desks.matching.run();
    expect(await requestOf('ana')).toMatchObject({ status: 'snoozed', snoozedUntil: new Date('2026-03-04T08:00:00Z') });
    world.at('2026-03-04T07:59:59Z');
    await world.desks.matching.sweep();
    expect((await requestOf('ana'))?.status).toBe('snoozed');
    world.at('2026-03-04T08:00:00Z');
    await world.desks.matching.sweep();
    expect(await requestOf('ana')).toMatchObject({ status: 'proposed', waitingSince: new Date(MONDAY) });
  });

  it('can end the pause, or join the queue again, and is not later in turn for it', async () => {
    await givenWaiting(world, someone(['ana', 'ben']));
    for (const end of [() => snooze('ana', null), () => world.desks.matching.request('ana')]) {
      await snooze('ana', '2026-03-09T08:00:00Z');
      world.at('2026-03-03T08:00:00Z');
      await end();
      expect(await requestOf('ana')).toMatchObject({ status: 'waiting', waitingSince: new Date(MONDAY) });
    }
    expect(await refusalOf(snooze('ana', null))).toBe('accepted');
  });

  it('lets the others wait on when they pause while they are asked', async () => {
    await givenWaiting(world, someone(['ana', 'ben']));
    await world.desks.matching.run();
    const proposalId = await proposalOf(world, 'ana');
    await snooze('ana', '2026-03-04T08:00:00Z');
    expect((await world.records.proposals.doc(proposalId).get()).data()?.state).toBe('declined');
    expect((await requestOf('ben'))?.status).toBe('waiting');
    expect(await requestOf('ana')).toMatchObject({ status: 'snoozed', lock: null });
  });

  it('cannot pause for longer than 90 days, nor without a search', async () => {
    await givenWaiting(world, someone(['ana']));
    expect(await refusalOf(snooze('ana', '2026-06-01T08:00:00Z'))).toBe('invalid-argument');
    expect(await refusalOf(snooze('dana', '2026-03-09T08:00:00Z'))).toBe('failed-precondition');
  });

  it('is matched by what they want now, also when they say it while they wait', async () => {
    await waitingMembers(world, ['ana', 'ben']);
    const preferences = { styles: [], sizes: [3 as const], gender: null, comfort: null };
    await world.desks.accounts.savePreferences('ana', { preferences });
    await world.desks.matching.run();
    expect((await requestOf('ana'))?.status).toBe('waiting');
    world.at('2026-03-02T08:01:00Z');
    await world.desks.accounts.savePreferences('ana', { preferences: { ...preferences, sizes: [2, 3] } });
    await world.settle();
    await world.desks.matching.runFor('ana');
    expect((await requestOf('ana'))?.status).toBe('proposed');
  });

  it('is not matched with somebody of another age group from the moment they say their own', async () => {
    await waitingMembers(world, ['ana', 'ben']);
    const { displayName, pronouns, timeZone, privacy, experience } = (
      await world.records.members.doc('ana').get()
    ).data()!;
    const profile = { expectedVersion: 1, displayName, pronouns, timeZone, privacy, experience, isAdult: true };
    await world.desks.accounts.saveProfile('ana', profile);
    await world.desks.matching.run();
    expect((await requestOf('ana'))?.status).toBe('waiting');
    expect((await world.desks.matching.preview('ben', aPlan())).people).toBe(0);
  });

  it('is brought up to date before they are proposed, when their request is of older copies', async () => {
    await givenWaiting(world, [{ id: 'ana', member: { isAdult: true }, request: { isAdult: false } }, { id: 'ben' }]);
    await world.desks.matching.run();
    expect((await world.records.proposals.get()).size).toBe(0);
    expect((await requestOf('ana'))?.isAdult).toBe(true);
  });

  it('of the time before this version is found and matched by the next sweep', async () => {
    await givenWaiting(world, someone(['ana', 'ben']));
    for (const id of ['ana', 'ben']) {
      const ref = world.db.doc(`matchRequests/${id}`);
      const { sprintId, memberId, track, language, experience, timeZone, hours, waitingSince } = (
        await ref.get()
      ).data()!;
      const kept = { sprintId, memberId, track, language, experience, timeZone, hours, waitingSince };
      await ref.set({ ...kept, status: 'waiting', proposalId: null, avoid: [], version: 1, schemaVersion: 1 });
    }
    await world.desks.matching.sweep();
    expect(await requestOf('ana')).toMatchObject({ status: 'proposed', lane: 'newcomer', lock: { fence: 1 } });
  });

  it('as a newcomer is seated with a trusted member, in a starter pod', async () => {
    await givenWaiting(world, [
      { id: 'new' },
      { id: 'host', request: { lane: 'usual', isTrusted: true } },
      ...someone(['x', 'y'], { request: { lane: 'usual' } }),
    ]);
    await world.desks.matching.run();
    const proposals = (await world.records.proposals.get()).docs.map((found) => found.data());
    expect(proposals.map(({ kind, memberIds }) => [kind, memberIds.toSorted()]).toSorted()).toEqual([
      ['new-pod', ['x', 'y']],
      ['newcomer', ['host', 'new']],
    ]);
  });

  it('again after a completed sprint is trusted, and no newcomer', async () => {
    await enter(world, 'ana');
    const { sprintId } = await world.desks.sprints.start('ana', aPlan());
    expect(await requestOf('ana')).toMatchObject({ lane: 'newcomer', isTrusted: false });
    world.at('2026-04-20T08:00:00Z');
    await world.desks.streaks.sweep();
    expect((await world.records.sprints.doc(sprintId).get()).data()?.status).toBe('completed');
    await world.desks.sprints.start('ana', aPlan({ clientMutationId: 'plan-2' }));
    expect(await requestOf('ana')).toMatchObject({ status: 'waiting', isTrusted: true });
  });

  it('counts in the fairness report, in groups of five and more', async () => {
    const ids = ['ana', 'ben', 'cem', 'dan', 'eva'];
    await givenWaiting(world, [
      ...someone(ids, { request: { hours: [] } }),
      { id: 'far', request: { hours: [], timeZone: 'Asia/Kathmandu' } },
      { id: 'done', request: { status: 'matched', matchedAt: new Date(MONDAY) } },
    ]);
    world.at('2026-03-02T18:00:00Z');
    const report = await world.desks.fairness.read();
    expect(report.byZone).toEqual([
      { group: 'UTC+01:00', people: 6, waiting: 5, matched: 1, medianHours: 10, slowestTenthHours: 10 },
    ]);
    expect(report.leftOut).toBe(1);
  });
});
