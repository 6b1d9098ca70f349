import { type Slot } from '@podmates/domain';
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

describe('what podmates say to one another’s check-ins', () => {
  let world: DesksAtWork;
  let podId: string;
  let slot: Slot;
  const eventId = () => `check-in:${slot.id}`;
  const cheers = async () => (await world.records.feed(podId).doc(eventId()).get()).data()?.cheers;
  const cheer = (memberId: string, isCheered = true) =>
    world.desks.peers.cheer(memberId, { podId, eventId: eventId(), isCheered });
  const nudge = (fromId = 'ben', toId = 'ana') => world.desks.peers.nudge(fromId, { podId, memberId: toId });
  const nudges = () => world.notices.filter(({ event }) => event === 'nudged');

  beforeEach(async () => {
    world = await openDesks('peers', '2026-03-02T08:00:00Z');
    podId = await aPodOf(world, ['ana', 'ben', 'cem']);
    const sprintId = (await world.records.members.doc('ana').get()).data()?.activeSprintId ?? 'none';
    const [first] = await slotsOfSprint(world, sprintId);
    if (!first) throw new Error('Ana has no slots.');
    slot = first;
    world.at('2026-03-02T19:00:00Z');
  });
  afterAll(closeDesks);

  it('keeps two cheers at the same moment, and a repeated one once; nobody is sent anything', async () => {
    await world.desks.checkins.checkIn('ana', aCheckIn(slot));
    await Promise.all([cheer('ben'), cheer('cem'), cheer('ben')]);
    expect((await cheers())?.toSorted()).toEqual(['ben', 'cem']);
    expect(await cheer('ben', false)).toEqual({ cheers: ['cem'] });
    await world.settle();
    expect(world.notices.filter(({ event }) => event !== 'pod-formed' && event !== 'pod-proposed')).toEqual([]);
  });

  it('stays with a check-in that is edited, and goes when it becomes its member’s own', async () => {
    await world.desks.checkins.checkIn('ana', aCheckIn(slot));
    await cheer('ben');
    await world.desks.checkins.checkIn('ana', aCheckIn(slot, { clientMutationId: 'b', win: 'Squats felt heavy' }));
    expect(await cheers()).toEqual(['ben']);
    await world.desks.checkins.checkIn('ana', aCheckIn(slot, { clientMutationId: 'c', visibility: 'me' }));
    expect(await refusalOf(cheer('cem'))).toBe('not-found');
  });

  it('is refused for one’s own, and to who is not in the pod', async () => {
    await world.desks.checkins.checkIn('ana', aCheckIn(slot));
    await enter(world, 'eve');
    expect(await refusalOf(cheer('ana'))).toBe('failed-precondition');
    expect(await refusalOf(cheer('eve'))).toBe('not-found');
    expect(await refusalOf(cheer('ben'))).toBe('accepted');
  });

  it('is not seen over a block, and who cheers cannot tell', async () => {
    await world.desks.checkins.checkIn('ana', aCheckIn(slot));
    await world.desks.relations.block('ana', { memberId: 'ben' });
    expect(await cheer('ben')).toEqual({ cheers: ['ben'] });
    expect(await cheers()).toBeUndefined();
  });

  it('nudges once a day, also by two taps at the same moment, and says the second kindly', async () => {
    const answers = await Promise.all([nudge(), nudge()]);
    expect(answers.map(({ state }) => state).sort()).toEqual(['already', 'sent']);
    expect(await nudge('cem')).toEqual({ state: 'sent' });
    await world.settle();
    expect(nudges().map(({ memberId, subjectId }) => [memberId, subjectId])).toEqual([
      ['ana', slot.id],
      ['ana', slot.id],
    ]);
    world.at('2026-03-02T22:59:00Z'); // still Ana's Monday, in Berlin
    expect(await nudge()).toEqual({ state: 'already' });
    world.at('2026-03-02T23:01:00Z');
    expect(await nudge()).toEqual({ state: 'sent' });
  });

  it('nudges nobody whose slot is done, even for their eyes alone', async () => {
    await world.desks.checkins.checkIn('ana', aCheckIn(slot, { visibility: 'me' }));
    expect(await nudge()).toEqual({ state: 'nothing-open' });
    expect(await nudge('ben', 'cem')).toEqual({ state: 'sent' });
  });

  it('nudges nobody on a pause', async () => {
    await world.desks.streaks.planPause('ana', { from: '2026-03-02', to: '2026-03-04', kind: 'illness' });
    expect(await nudge()).toEqual({ state: 'nothing-open' });
  });

  it.each<[string, () => Promise<unknown>]>([
    ['who muted them', () => world.desks.relations.muteNudges('ana', { memberId: 'ben', isMuted: true })],
    ['who blocked them', () => world.desks.relations.block('ana', { memberId: 'ben' })],
    ['whom they blocked', () => world.desks.relations.block('ben', { memberId: 'ana' })],
    ['who is away', () => world.db.doc(`pods/${podId}`).update({ awayIds: ['ana'] })],
  ])('does not reach %s, in the same words', async (_, arrange) => {
    await arrange();
    expect(await nudge()).toEqual({ state: 'nothing-open' });
    expect(await nudge('cem', 'ben')).toEqual({ state: 'sent' });
  });

  it('is heard again once it is not muted any more', async () => {
    await world.desks.relations.muteNudges('ana', { memberId: 'ben', isMuted: true });
    await world.desks.relations.muteNudges('ana', { memberId: 'ben', isMuted: false });
    expect(await nudge()).toEqual({ state: 'sent' });
  });

  it('nudges neither oneself nor anybody outside of the pod', async () => {
    await enter(world, 'eve');
    expect(await refusalOf(nudge('ana', 'ana'))).toBe('not-found');
    expect(await refusalOf(nudge('ben', 'eve'))).toBe('not-found');
    expect(await refusalOf(nudge('eve', 'ana'))).toBe('not-found');
  });
});
