import { type Slot } from '@podmates/domain';
import {
  type DesksAtWork,
  aCheckIn,
  aPlan,
  aPodOf,
  closeDesks,
  enter,
  openDesks,
  refusalOf,
  slotsOfSprint,
} from './desks-at-work';

describe('check-ins and the streak', () => {
  let world: DesksAtWork;
  let podId: string;
  let sprintId: string;
  let slots: Slot[];
  const slot = (seq: number): Slot => {
    const found = slots[seq];
    if (!found) throw new Error(`There is no slot ${seq}.`);
    return found;
  };
  const streak = async () => (await world.records.streaks.doc('ana').get()).data();
  const cardInPod = async () =>
    (await world.records.pods.doc(podId).get()).data()?.cards.find(({ id }) => id === 'ana')?.streak;

  beforeEach(async () => {
    world = await openDesks('checkins', '2026-03-02T08:00:00Z');
    podId = await aPodOf(world, ['ana', 'ben']);
    sprintId = (await world.records.members.doc('ana').get()).data()?.activeSprintId ?? 'none';
    slots = await slotsOfSprint(world, sprintId);
  });
  afterAll(closeDesks);

  it('counts a check-in at once: slot, streak, the card in the pod, and the feed', async () => {
    world.at('2026-03-02T19:00:00Z');
    const answer = await world.desks.checkins.checkIn('ana', aCheckIn(slot(0)));
    expect(answer).toEqual({ isLate: false, receivedAt: '2026-03-02T19:00:00.000Z', streak: 1, version: 1 });
    expect((await world.records.slots.doc(slot(0).id).get()).data()?.state).toBe('done');
    expect(await streak()).toMatchObject({ current: 1, best: 1, sprintId });
    expect(await cardInPod()).toEqual({ current: 1, best: 1 });
    const event = (
      await world.records
        .feed(podId)
        .doc(`check-in:${slot(0).id}`)
        .get()
    ).data();
    expect(event?.text).toContain('Squats felt light');
  });

  it('takes the same check-in once, also when it is sent twice at the same moment', async () => {
    world.at('2026-03-02T19:00:00Z');
    const send = () => world.desks.checkins.checkIn('ana', aCheckIn(slot(0)));
    const [first, second] = await Promise.all([send(), send()]);
    expect(first).toEqual(second);
    expect((await world.records.checkInVersions(slot(0).id).get()).size).toBe(1);
    expect((await streak())?.current).toBe(1);
  });

  it('keeps every version of an edit, and takes what becomes private out of the feed', async () => {
    world.at('2026-03-02T19:00:00Z');
    await world.desks.checkins.checkIn('ana', aCheckIn(slot(0)));
    const edit = aCheckIn(slot(0), { clientMutationId: 'edit', visibility: 'me', win: 'Only for me' });
    expect(await world.desks.checkins.checkIn('ana', edit)).toMatchObject({ version: 2, streak: 1 });
    const versions = (await world.records.checkInVersions(slot(0).id).get()).docs.map((kept) => kept.data().win);
    expect(versions).toEqual(['Squats felt light', 'Only for me']);
    expect(
      (
        await world.records
          .feed(podId)
          .doc(`check-in:${slot(0).id}`)
          .get()
      ).exists,
    ).toBe(false);
  });

  it('takes a retry of an earlier version for a repeat, and keeps the edit that came after it', async () => {
    world.at('2026-03-02T19:00:00Z');
    const first = aCheckIn(slot(0), { clientMutationId: 'a' });
    const edit = aCheckIn(slot(0), { clientMutationId: 'b', visibility: 'me', win: 'Only for me' });
    await world.desks.checkins.checkIn('ana', first);
    const edited = await world.desks.checkins.checkIn('ana', edit);
    expect(await world.desks.checkins.checkIn('ana', first)).toEqual(edited);
    const kept = (await world.records.checkIns.doc(slot(0).id).get()).data();
    expect(kept).toMatchObject({ version: 2, win: 'Only for me', visibility: 'me' });
    expect((await world.records.checkInVersions(slot(0).id).get()).size).toBe(2);
    expect(
      (
        await world.records
          .feed(podId)
          .doc(`check-in:${slot(0).id}`)
          .get()
      ).exists,
    ).toBe(false);
    expect(await streak()).toMatchObject({ current: 1 });
  });

  it('flags a late one, and refuses too early, too late, and another member’s slot', async () => {
    expect(await refusalOf(world.desks.checkins.checkIn('ana', aCheckIn(slot(1))))).toBe('failed-precondition');
    expect(await refusalOf(world.desks.checkins.checkIn('ben', aCheckIn(slot(0))))).toBe('not-found');
    world.at('2026-03-03T10:00:00Z');
    expect(await world.desks.checkins.checkIn('ana', aCheckIn(slot(0)))).toMatchObject({ isLate: true, streak: 1 });
    world.at('2026-03-06T10:00:00Z');
    expect(await refusalOf(world.desks.checkins.checkIn('ana', aCheckIn(slot(1))))).toBe('failed-precondition');
  });

  it('closes a missed slot once, however many jobs come, and not a minute early', async () => {
    world.at('2026-03-03T15:14:59Z');
    await world.desks.streaks.closeSlot(slot(0).id);
    expect((await world.records.slots.doc(slot(0).id).get()).data()?.state).toBe('open');
    world.at('2026-03-03T15:15:00Z');
    await Promise.all([
      world.desks.streaks.closeSlot(slot(0).id),
      world.desks.streaks.closeSlot(slot(0).id),
      world.desks.streaks.sweep(),
    ]);
    expect((await world.records.slots.doc(slot(0).id).get()).data()).toMatchObject({ state: 'missed', version: 2 });
    const days = (await streak())?.days ?? [];
    expect(days[0]).toMatchObject({ state: 'frozen', lengthAfter: 0 });
    const causes = (await world.records.auditEvents.where('cause', '==', 'closeSlot').get()).docs;
    expect(causes.filter((event) => event.id.includes(slot(0).id))).toHaveLength(1);
    await world.desks.streaks.closeSlot('no-such-slot');
  });

  it('does not close over a check-in that came first', async () => {
    world.at('2026-03-02T19:00:00Z');
    await world.desks.checkins.checkIn('ana', aCheckIn(slot(0)));
    world.at('2026-03-03T16:00:00Z');
    await world.desks.streaks.sweep();
    expect((await world.records.slots.doc(slot(0).id).get()).data()?.state).toBe('done');
  });

  it('completes the sprint after its last slot, and frees the member for the next one', async () => {
    world.at('2026-04-12T19:00:00Z');
    await world.desks.streaks.sweep();
    expect((await world.records.sprints.doc(sprintId).get()).data()?.status).toBe('completed');
    expect((await world.records.members.doc('ana').get()).data()?.activeSprintId).toBeNull();
  });

  it('completes a sprint whose last slot was checked in to', async () => {
    const last = slot(slots.length - 1);
    world.at(last.startsAt);
    await world.desks.checkins.checkIn('ana', aCheckIn(last));
    world.at(new Date(last.graceEndsAt.getTime() + 3 * 24 * 3_600_000));
    await world.desks.streaks.sweep();
    expect((await world.records.sprints.doc(sprintId).get()).data()?.status).toBe('completed');
  });

  it('counts for a member without a pod too', async () => {
    await enter(world, 'dan');
    const { sprintId: own } = await world.desks.sprints.start('dan', aPlan());
    const [first] = await slotsOfSprint(world, own);
    world.at('2026-03-02T19:00:00Z');
    expect(await world.desks.checkins.checkIn('dan', aCheckIn(first ?? slot(0)))).toMatchObject({ streak: 1 });
  });
});
