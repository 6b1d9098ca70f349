import { type CheckInInput, type Slot } from '@podmates/domain';
import { type DesksAtWork, aCheckIn, aPodOf, closeDesks, openDesks, refusalOf, slotsOfSprint } from './desks-at-work';

/** Ana's sprint: Monday, Wednesday and Friday in Berlin, days from 04:00. Monday, 2 March, is due at 03:00 UTC. */
describe('the streak beside check-ins', () => {
  let world: DesksAtWork;
  let podId: string;
  let sprintId: string;
  let slots: Slot[];
  const slot = (seq: number): Slot => slots[seq]!;
  const stored = async (seq: number) => (await world.records.slots.doc(slot(seq).id).get()).data();
  const streak = async () => (await world.records.streaks.doc('ana').get()).data();
  const sprint = async () => (await world.records.sprints.doc(sprintId).get()).data();
  const auditsOf = async (seq: number) =>
    (await world.records.auditEvents.where('entity', '==', `slots/${slot(seq).id}`).get()).docs.map(
      (event) => event.data().to,
    );
  const closeAt = async (at: string, seq: number) => {
    world.at(at);
    await world.desks.streaks.closeSlot(slot(seq).id);
  };
  const CLAIM: Partial<CheckInInput> = { capturedAt: '2026-03-02T19:00:00Z', clientSkewMs: 900 };

  beforeEach(async () => {
    world = await openDesks('streaks', '2026-03-02T08:00:00Z');
    podId = await aPodOf(world, ['ana', 'ben']);
    sprintId = (await world.records.members.doc('ana').get()).data()?.activeSprintId ?? 'none';
    slots = await slotsOfSprint(world, sprintId);
  });
  afterAll(closeDesks);

  it('is counted anew when a device that had no signal comes back after the slot was closed', async () => {
    await closeAt('2026-03-03T15:15:00Z', 0);
    expect(await streak()).toMatchObject({ current: 0, freezeTokens: 0 });
    world.at('2026-03-03T20:00:00Z');
    const answer = await world.desks.checkins.checkIn('ana', aCheckIn(slot(0), CLAIM));
    expect(answer).toMatchObject({ isLate: false, streak: 1 });
    expect(await stored(0)).toMatchObject({ state: 'done', ruling: 'offline-claimed' });
    expect(await streak()).toMatchObject({ current: 1, freezeTokens: 1 });
    expect((await streak())?.days[0]?.reason).toMatch(/^Offline-claimed: .* the streak is 1\.$/);
    const card = (await world.records.pods.doc(podId).get()).data()?.cards.find(({ id }) => id === 'ana');
    expect(card?.streak).toEqual({ current: 1, best: 1 });
    await world.settle();
    const told = world.notices.filter(({ event }) => event === 'streak-corrected');
    expect(told).toMatchObject([{ memberId: 'ana', subjectId: slot(0).id }]);
    world.at('2026-03-04T15:15:00Z');
    await world.desks.streaks.closeSlot(slot(0).id); // the task again, late
    expect(await stored(0)).toMatchObject({ state: 'done' });
  });

  it('gives a close and a check-in that meet one outcome, whichever is first', async () => {
    world.at('2026-03-03T15:15:00Z');
    const id = slot(0).id;
    await Promise.allSettled([
      world.desks.streaks.closeSlot(id),
      world.desks.checkins.checkIn('ana', aCheckIn(slot(0), CLAIM)),
      world.desks.streaks.closeSlot(id),
      world.desks.streaks.sweep(),
    ]);
    expect(await stored(0)).toMatchObject({ state: 'done', ruling: 'offline-claimed' });
    expect(await streak()).toMatchObject({ current: 1, freezeTokens: 1, best: 1 });
    expect([[], ['missed']]).toContainEqual(await auditsOf(0)); // closed once at most
    expect((await world.records.checkInVersions(id).get()).size).toBe(1);
  });

  it('counts a missed slot that is made up as planned, and nothing later', async () => {
    await closeAt('2026-03-03T15:15:00Z', 0);
    const make = aCheckIn(slot(0), { capturedAt: '2026-03-05T17:00:00Z' });
    world.at('2026-03-05T17:00:00Z');
    expect(await refusalOf(world.desks.checkins.checkIn('ana', make))).toBe('failed-precondition'); // not planned
    const plan = (memberId: string, at: string, seq = 0) =>
      world.desks.streaks.scheduleMakeUp(memberId, { slotId: slot(seq).id, at });
    expect(await refusalOf(plan('ben', '2026-03-05T18:00:00Z'))).toBe('not-found');
    expect(await refusalOf(plan('ana', '2026-03-06T03:00:01Z'))).toBe('invalid-argument');
    expect(await refusalOf(plan('ana', '2026-03-05T18:00:00Z', 2))).toBe('failed-precondition'); // not missed
    const planned = await plan('ana', '2026-03-05T18:00:00Z');
    expect(planned).toEqual({ expiresAt: '2026-03-06T03:00:00.000Z' });
    expect(await plan('ana', '2026-03-05T18:00:00Z')).toEqual(planned);
    expect((await stored(0))?.version).toBe(3); // planned once
    expect(await world.desks.checkins.checkIn('ana', make)).toMatchObject({ streak: 1, isLate: true });
    expect(await stored(0)).toMatchObject({ state: 'madeUp', ruling: 'made-up' });
    expect(await streak()).toMatchObject({ current: 1, lateCount: 0, freezeTokens: 1 });
    expect(await refusalOf(plan('ana', '2026-03-05T19:00:00Z'))).toBe('failed-precondition');
  });

  it('stands still over a pause, and goes on after it', async () => {
    world.at('2026-03-02T19:00:00Z');
    await world.desks.checkins.checkIn('ana', aCheckIn(slot(0)));
    const pause = { from: '2026-03-04', to: '2026-03-08', kind: 'planned' } as const;
    const answer = await world.desks.streaks.planPause('ana', pause);
    expect(answer).toEqual({ days: 5, endsOn: '2026-04-12' });
    await world.desks.streaks.planPause('ana', pause);
    expect((await sprint())?.pauses).toHaveLength(1);
    await closeAt('2026-03-08T00:00:00Z', 1);
    expect([(await stored(1))?.state, (await stored(2))?.state]).toEqual(['excused', 'excused']);
    expect(await streak()).toMatchObject({ current: 1, freezeTokens: 1 });
    world.at('2026-03-09T19:00:00Z');
    expect(await world.desks.checkins.checkIn('ana', aCheckIn(slot(3)))).toMatchObject({ streak: 2 });
    expect(await refusalOf(world.desks.streaks.planPause('nobody', pause))).toBe('not-found');
  });

  it('goes on when a pause is cancelled or ended early, with the tasks that close its slots', async () => {
    const away = { from: '2026-03-04', to: '2026-03-08', kind: 'planned' } as const;
    await world.desks.streaks.planPause('ana', away);
    await world.settle();
    expect(await world.desks.streaks.endPause('ana', away)).toEqual({ endsOn: '2026-04-12' });
    await world.desks.streaks.endPause('ana', away); // the same press again
    expect((await sprint())?.pauses).toEqual([]);
    expect([(await stored(1))?.state, (await stored(2))?.state]).toEqual(['open', 'open']);
    await world.settle();
    const closing = world.tasks.filter(({ task, subjectId }) => task === 'close-slot' && subjectId === slot(1).id);
    expect(new Set(closing.map(({ id }) => id)).size).toBe(2);
    await closeAt('2026-03-05T15:15:00Z', 1);
    await world.desks.streaks.closeSlot(slot(1).id); // the older task
    expect(await auditsOf(1)).toEqual(['excused', 'open', 'missed']);
    expect((await streak())?.days[1]).toMatchObject({ state: 'frozen' });
  });

  it('ends with the days that an illness really took, and has them again for the next one', async () => {
    const ill = { from: '2026-03-03', to: '2026-03-09', kind: 'illness' } as const;
    expect(await world.desks.streaks.planPause('ana', ill)).toEqual({ days: 7, endsOn: '2026-04-19' });
    expect(await slotsOfSprint(world, sprintId)).toHaveLength(slots.length + 3);
    expect(await world.desks.streaks.endPause('ana', ill)).toEqual({ endsOn: '2026-04-12' });
    expect(await slotsOfSprint(world, sprintId)).toEqual(
      slots.map((one) => ([1, 2, 3].includes(one.seq) ? { ...one, version: 3 } : one)),
    );
    expect((await streak())?.days).toHaveLength(slots.length);
    expect(await world.desks.streaks.planPause('ana', ill)).toEqual({ days: 7, endsOn: '2026-04-19' });
    world.at('2026-03-05T09:00:00Z');
    expect(await world.desks.streaks.endPause('ana', ill)).toEqual({ endsOn: '2026-04-15' });
    expect((await slotsOfSprint(world, sprintId)).at(-1)).toMatchObject({ label: '2026-04-15', state: 'open' });
    expect(await refusalOf(world.desks.streaks.endPause('nobody', ill))).toBe('not-found');
  });

  it('ends later by the days of an illness, of which there is one', async () => {
    world.at('2026-04-08T09:00:00Z');
    const ill = { from: '2026-04-08', to: '2026-04-09', kind: 'illness' } as const;
    expect(await world.desks.streaks.planPause('ana', ill)).toEqual({ days: 2, endsOn: '2026-04-14' });
    const all = await slotsOfSprint(world, sprintId);
    expect(all.map(({ label }) => label).slice(-2)).toEqual(['2026-04-10', '2026-04-13']);
    await world.settle();
    expect(world.tasks.map(({ subjectId }) => subjectId)).toContain(all.at(-1)!.id);
    const again = { ...ill, from: '2026-04-10', to: '2026-04-10' };
    expect(await refusalOf(world.desks.streaks.planPause('ana', again))).toBe('failed-precondition');
    world.at('2026-04-14T00:00:00Z');
    await world.desks.streaks.sweep();
    expect((await sprint())?.status).toBe('active');
    world.at('2026-04-16T19:00:00Z');
    await world.desks.streaks.sweep();
    expect((await sprint())?.status).toBe('completed');
  });

  it('is mended by the nightly check when it is not what its slots make it, and left alone when it is', async () => {
    world.at('2026-03-02T19:00:00Z');
    await world.desks.checkins.checkIn('ana', aCheckIn(slot(0)));
    const before = await streak();
    await world.desks.streaks.check();
    expect(await streak()).toEqual(before);
    await world.records.streaks.doc('ana').set({ ...before!, current: 40, best: 40 });
    await world.desks.streaks.check();
    expect(await streak()).toMatchObject({ current: 1, best: 1, version: before!.version + 1 });
    const mended = await world.records.auditEvents.where('cause', '==', 'checkStreaks').get();
    expect(mended.docs.map((event) => [event.data().from, event.data().to])).toEqual([['40', '1']]);
  });

  it('reads a slot from before rules were noted', async () => {
    const { ruling: _ruling, makeUpAt: _makeUpAt, id, ...older } = { ...slot(0), state: 'late' as const };
    await world.db.doc(`slots/${id}`).set(older);
    expect(await stored(0)).toMatchObject({ state: 'late', ruling: null, makeUpAt: null });
    await world.desks.streaks.check();
    expect((await streak())?.days[0]?.reason).toMatch(/^Checked in within the 12 hours of grace/);
  });
});
