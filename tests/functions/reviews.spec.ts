import { type CheckInInput, proofPath, type ReviewAnswer, type Slot } from '@podmates/domain';
import sharp from 'sharp';
import {
  type DesksAtWork,
  aCheckIn,
  aPodOf,
  closeDesks,
  enter,
  openDesks,
  refusalOf,
  slotsOfSprint,
} from './desks-at-work';

const STRANGERS = ['uma', 'vic', 'wim', 'xia'];
const REASONS = ['unclear'] as const;
const photo = (colour: string) =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: colour } })
    .jpeg()
    .toBuffer();

describe('a second look at a proof', () => {
  let world: DesksAtWork;
  let slots: Slot[];
  const slot = (seq = 0): Slot => {
    const found = slots[seq];
    if (!found) throw new Error(`There is no slot ${seq}.`);
    return found;
  };
  const checkIn = async (seq = 0) => (await world.records.checkIns.doc(slot(seq).id).get()).data();
  const slotState = async () => (await world.records.slots.doc(slot().id).get()).data()?.state;
  const streak = async () => (await world.records.streaks.doc('ana').get()).data();
  const looks = async () => (await world.records.challenges.get()).docs.map((found) => found.data());
  const record = async () => (await world.records.challengeRecords.doc('ben').get()).data()?.asked;
  const told = (event: string) => world.notices.filter((notice) => notice.event === event).map((one) => one.memberId);
  const challenge = (memberId = 'ben', seq = 0) =>
    world.desks.reviews.challenge(memberId, { slotId: slot(seq).id, reasons: [...REASONS] });
  const reviewOf = (reviewerId: string) => world.records.reviews.where('reviewerId', '==', reviewerId).get();
  const answer = async (reviewerId: string, said: ReviewAnswer) => {
    const review = (await reviewOf(reviewerId)).docs[0];
    if (!review) throw new Error(`${reviewerId} was not asked.`);
    return world.desks.reviews.answer(reviewerId, { reviewId: review.id, answer: said });
  };
  const asked = async (): Promise<string[]> =>
    (await world.records.reviews.where('state', '==', 'waiting').get()).docs
      .map((found) => found.data().reviewerId)
      .sort();

  /** Everything that was sent for now is done, as the task queue would. */
  const workOff = async () => {
    await world.settle();
    for (const { task, subjectId } of world.tasks.splice(0)) {
      if (task === 'clean-proof') await world.desks.proofs.clean(subjectId);
      if (task === 'assign-reviewers') await world.desks.reviews.assign(subjectId);
      await world.settle();
    }
  };
  const checkInWithPhoto = async (seq = 0, colour = '#3a7', changed: Partial<CheckInInput> = {}) => {
    const bytes = await photo(colour);
    const path = proofPath('ana', slot(seq).id, 'a.jpg');
    await world.proofs.save(path, bytes, 'image/jpeg');
    const proof = { kind: 'file', path, contentType: 'image/jpeg', bytes: bytes.length } as const;
    await world.desks.checkins.checkIn('ana', aCheckIn(slot(seq), { proof, ...changed }));
    await workOff();
    await workOff();
  };

  beforeEach(async () => {
    world = await openDesks('reviews', '2026-03-02T08:00:00Z');
    await aPodOf(world, ['ana', 'ben', 'cem']);
    for (const id of STRANGERS) {
      await enter(world, id);
      await world.desks.reviews.setReviewing(id, { isWilling: true });
    }
    await world.desks.reviews.setReviewing('cem', { isWilling: true });
    const sprintId = (await world.records.members.doc('ana').get()).data()?.activeSprintId ?? 'none';
    slots = await slotsOfSprint(world, sprintId);
    world.at('2026-03-02T19:00:00Z');
    await checkInWithPhoto();
  });
  afterAll(closeDesks);

  it('asks three people outside the pod, and the check-in counts meanwhile', async () => {
    await challenge();
    await workOff();
    const reviewers = await asked();
    expect(reviewers).toHaveLength(3);
    expect(STRANGERS).toEqual(expect.arrayContaining(reviewers));
    expect(told('review-asked').sort()).toEqual(reviewers);
    expect(await slotState()).toBe('done');
    expect(await streak()).toMatchObject({ current: 1 });
    expect((await checkIn())?.review).toEqual({
      state: 'open',
      until: new Date('2026-03-03T19:00:00Z'),
      decidedAt: null,
    });
    await world.desks.reviews.assign((await looks())[0]?.id ?? 'none');
    expect(await asked()).toEqual(reviewers);
  });

  it('shows the proof to who reviews it, for the time of the review alone, and to no other stranger', async () => {
    await challenge();
    await workOff();
    const [first = '', second = ''] = await asked();
    const reviewId = (await reviewOf(first)).docs[0]?.id ?? 'none';
    const open = (viewer: string) => world.desks.proofs.open(viewer, { reviewId });
    expect(await open(first)).toMatchObject({ kind: 'image' });
    expect(await refusalOf(open(second))).toBe('not-found');
    expect(await refusalOf(open('ana'))).toBe('not-found');
    expect(await refusalOf(world.desks.proofs.open(first, { slotId: slot().id }))).toBe('not-found');
    await answer(first, 'shows-it');
    expect(await refusalOf(open(first))).toBe('not-found');
  });

  it('overturns by two who agree: the streak is counted anew, and each is told what is theirs to know', async () => {
    await challenge();
    await workOff();
    const [first = '', second = '', third = ''] = await asked();
    await answer(first, 'does-not');
    expect(await slotState()).toBe('done');
    world.at('2026-03-03T18:00:00Z');
    await answer(second, 'does-not');
    expect(await slotState()).toBe('missed');
    expect((await streak())?.days[0]).toMatchObject({
      state: 'frozen',
      reason: expect.stringContaining('outside the pod'),
    });
    expect((await checkIn())?.review).toMatchObject({ state: 'overturned' });
    expect(await record()).toMatchObject([{ slotId: slot().id, state: 'upheld' }]);
    expect(await refusalOf(answer(third, 'shows-it'))).toBe('failed-precondition');
    expect((await world.records.reviewers.doc(third).get()).data()?.openIds).toEqual([]);
    await world.settle();
    expect(told('proof-overturned')).toEqual(['ana']);
    expect(told('challenge-decided')).toEqual(['ben']);
    await world.desks.streaks.check();
    expect((await world.records.auditEvents.where('cause', '==', 'checkStreaks').get()).size).toBe(0);
  });

  it('leaves the check-in with two who see it, and the next challenge of that podmate waits longer', async () => {
    await challenge();
    await workOff();
    const [first = '', second = ''] = await asked();
    await Promise.all([answer(first, 'shows-it'), answer(second, 'shows-it')]);
    expect((await checkIn())?.review).toMatchObject({ state: 'stands' });
    expect(await record()).toMatchObject([{ state: 'dismissed' }]);
    world.at('2026-03-04T18:59:00Z');
    await checkInWithPhoto(1, '#a37');
    expect(await refusalOf(challenge('ben', 1))).toBe('resource-exhausted');
    world.at('2026-03-04T19:00:00Z');
    expect(await refusalOf(challenge('ben', 1))).toBe('accepted');
  });

  it('ends in favour of the check-in when too few answer, also beside an answer at that moment', async () => {
    await challenge();
    await workOff();
    const [first = '', second = ''] = await asked();
    await answer(first, 'does-not');
    const [{ id } = { id: 'none' }] = await looks();
    world.at('2026-03-03T18:59:59Z');
    await world.desks.reviews.expire(id);
    expect((await looks())[0]?.state).toBe('in-review');
    world.at('2026-03-03T19:00:00Z');
    const [late] = await Promise.all([
      refusalOf(answer(second, 'does-not')),
      world.desks.reviews.expire(id),
      world.desks.reviews.sweep(),
    ]);
    expect(late).toBe('failed-precondition');
    expect((await looks())[0]?.state).toBe('expired');
    expect(await slotState()).toBe('done');
    expect(await asked()).toEqual([]);
  });

  it('comes to one decision when the last answer and the expiry race', async () => {
    await challenge();
    await workOff();
    const [first = '', second = ''] = await asked();
    await answer(first, 'does-not');
    world.at('2026-03-03T18:59:59.999Z');
    const voting = answer(second, 'does-not');
    world.at('2026-03-03T19:00:00Z');
    const [{ id } = { id: 'none' }] = await looks();
    const [said] = await Promise.all([refusalOf(voting), world.desks.reviews.expire(id)]);
    const [after] = await looks();
    expect(after?.state).toBe(said === 'accepted' ? 'upheld' : 'expired');
    expect(await slotState()).toBe(said === 'accepted' ? 'missed' : 'done');
  });

  it('gives the seat of who passes to somebody else', async () => {
    await challenge();
    await workOff();
    const before = await asked();
    await answer(before[0] ?? '', 'pass');
    await workOff();
    const after = await asked();
    expect(after).toHaveLength(3);
    expect(after).not.toContain(before[0]);
  });

  it('is neither edited nor hidden while it is looked at, whichever comes first', async () => {
    const hide = () =>
      world.desks.checkins.checkIn('ana', aCheckIn(slot(), { clientMutationId: 'hide', visibility: 'me' }));
    const [edited, challenged] = await Promise.all([refusalOf(hide()), refusalOf(challenge())]);
    const state = (await checkIn())?.review?.state;
    if (challenged === 'accepted') expect([edited, state]).toEqual(['failed-precondition', 'open']);
    else expect([edited, challenged, state]).toEqual(['accepted', 'not-found', undefined]);
  });

  it('is asked for once by each, and once in all', async () => {
    expect((await Promise.all([refusalOf(challenge()), refusalOf(challenge('cem'))])).sort()).toEqual([
      'accepted',
      'already-exists',
    ]);
    expect(await looks()).toHaveLength(1);
    const [{ challengerId } = { challengerId: null }] = await looks();
    expect(await refusalOf(challenge(challengerId ?? ''))).toBe('accepted');
    expect(await looks()).toHaveLength(1);
  });

  it('is not for strangers, for its member, or after a day', async () => {
    expect(await refusalOf(challenge('uma'))).toBe('not-found');
    expect(await refusalOf(challenge('ana'))).toBe('failed-precondition');
    world.at('2026-03-03T19:00:01Z');
    expect(await refusalOf(challenge())).toBe('failed-precondition');
  });

  it('names the challenger and the reviewers in nothing that its member can read', async () => {
    await challenge();
    await workOff();
    const [first = '', second = ''] = await asked();
    await answer(first, 'does-not');
    await answer(second, 'does-not');
    const own = await Promise.all([
      world.records.checkIns.doc(slot().id).get(),
      world.records.slots.doc(slot().id).get(),
      world.records.streaks.doc('ana').get(),
    ]);
    const feed = await world.records.feed((await checkIn())?.podId ?? 'none').get();
    const readable = JSON.stringify([...own.map((found) => found.data()), feed.docs.map((found) => found.data())]);
    for (const name of [first, second, 'unclear']) expect(readable).not.toContain(name);
    const reviews = JSON.stringify((await reviewOf(first)).docs.map((found) => found.data()));
    for (const name of ['ana', 'ben', second, slot().id]) expect(reviews).not.toContain(`"${name}"`);
  });

  it('is sent for without being asked for when the same file comes again, and judges nothing by itself', async () => {
    world.at('2026-03-04T19:00:00Z');
    await checkInWithPhoto(1);
    const [look] = await looks();
    expect(look).toMatchObject({ slotId: slot(1).id, cause: 'reuse', challengerId: null, state: 'in-review' });
    expect(await streak()).toMatchObject({ current: 2 });
    expect((await checkIn(1))?.review?.state).toBe('open');
  });

  it('does not happen to what is for its member’s eyes alone', async () => {
    world.at('2026-03-04T19:00:00Z');
    await checkInWithPhoto(1, '#3a7', { visibility: 'me' });
    expect(await looks()).toEqual([]);
    expect(await refusalOf(challenge('ben', 1))).toBe('not-found');
  });

  it('waits for reviewers while there are none, and the sweep finds them', async () => {
    for (const id of STRANGERS) await world.desks.reviews.setReviewing(id, { isWilling: false });
    await challenge();
    await workOff();
    expect(await asked()).toEqual([]);
    await world.desks.reviews.setReviewing('uma', { isWilling: true });
    await world.desks.reviews.sweep();
    expect(await asked()).toEqual(['uma']);
  });
});
