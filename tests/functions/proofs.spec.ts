import { type CheckInInput, proofPath, type Slot } from '@podmates/domain';
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

const photo = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#3a7' } })
    .withExif({ IFD0: { Copyright: 'Ana Anker' } })
    .jpeg()
    .toBuffer();

describe('a file that proves effort', () => {
  let world: DesksAtWork;
  let podId: string;
  let slot: Slot;
  const checkIn = async () => (await world.records.checkIns.doc(slot.id).get()).data();
  const inFeed = async () => (await world.records.feed(podId).doc(`check-in:${slot.id}`).get()).data()?.proof;
  const notices = () => world.notices.filter(({ event }) => event === 'proof-refused');

  /** The file is uploaded, the words are sent, then the words with the file, as a device does it. */
  const send = async (bytes: Buffer, changed: Partial<CheckInInput> = {}): Promise<string> => {
    const path = proofPath('ana', slot.id, `${world.proofs.files.size}.jpg`);
    await world.proofs.save(path, bytes, 'image/jpeg');
    const proof = { kind: 'file', path, contentType: 'image/jpeg', bytes: bytes.length } as const;
    await world.desks.checkins.checkIn('ana', { ...aCheckIn(slot), ...changed });
    await world.desks.checkins.checkIn('ana', {
      ...aCheckIn(slot),
      ...changed,
      clientMutationId: `with-${path.length}`,
      proof,
    });
    await world.settle();
    return path;
  };
  const cleaned = async () => {
    for (const { task, subjectId } of world.tasks)
      if (task === 'clean-proof') await world.desks.proofs.clean(subjectId);
    await world.settle();
  };

  beforeEach(async () => {
    world = await openDesks('proofs', '2026-03-02T08:00:00Z');
    podId = await aPodOf(world, ['ana', 'ben']);
    const sprintId = (await world.records.members.doc('ana').get()).data()?.activeSprintId ?? 'none';
    const [first] = await slotsOfSprint(world, sprintId);
    if (!first) throw new Error('Ana has no slots.');
    slot = first;
    world.at('2026-03-02T19:00:00Z');
  });
  afterAll(closeDesks);

  it('is made anew once, what was sent is gone, and the pod may see it', async () => {
    const sent = await send(await photo());
    expect(world.tasks.filter(({ task }) => task === 'clean-proof')).toHaveLength(1);
    expect(await inFeed()).toBeUndefined();
    await cleaned();
    await cleaned();
    expect(world.proofs.files.has(sent)).toBe(false);
    expect([...world.proofs.files.keys()]).toEqual([expect.stringMatching(`^shown/ana/${slot.id}/[0-9a-f]{64}$`)]);
    expect(await inFeed()).toEqual({ slotId: slot.id, kind: 'image' });
    for (const viewer of ['ana', 'ben']) {
      const opened = await world.desks.proofs.open(viewer, { slotId: slot.id });
      expect(opened).toMatchObject({ kind: 'image', contentType: 'image/webp' });
      expect(Buffer.from(opened.base64, 'base64').includes('Ana Anker')).toBe(false);
    }
  });

  it('is told to its member when nothing of it can be shown, and the check-in counts', async () => {
    await send(Buffer.from('MZ\x90\x00 a program', 'latin1'));
    await cleaned();
    expect((await checkIn())?.proof).toMatchObject({ shown: { state: 'refused' } });
    expect(notices()).toEqual([expect.objectContaining({ memberId: 'ana', subjectId: slot.id })]);
    expect(world.proofs.files.size).toBe(0);
    expect(await inFeed()).toBeUndefined();
    expect(await refusalOf(world.desks.proofs.open('ana', { slotId: slot.id }))).toBe('not-found');
    expect((await world.records.slots.doc(slot.id).get()).data()?.state).toBe('done');
  });

  it('stays its member’s own where the check-in is', async () => {
    await send(await photo(), { visibility: 'me' });
    await cleaned();
    expect(await inFeed()).toBeUndefined();
    expect(await world.desks.proofs.open('ana', { slotId: slot.id })).toMatchObject({ kind: 'image' });
    expect(await refusalOf(world.desks.proofs.open('ben', { slotId: slot.id }))).toBe('not-found');
  });

  it('is closed to who was not in the pod then, and to a podmate once they are kept apart', async () => {
    await send(await photo());
    await cleaned();
    await enter(world, 'cay');
    expect(await refusalOf(world.desks.proofs.open('cay', { slotId: slot.id }))).toBe('not-found');
    expect(await world.desks.proofs.open('ben', { slotId: slot.id })).toMatchObject({ kind: 'image' });
    await world.desks.relations.block('ana', { memberId: 'ben' });
    expect(await refusalOf(world.desks.proofs.open('ben', { slotId: slot.id }))).toBe('not-found');
    expect(await world.desks.proofs.open('ana', { slotId: slot.id })).toMatchObject({ kind: 'image' });
  });

  it('ends the same wherever the work breaks off', async () => {
    await send(await photo());
    for (let looks = 0; looks < 3; looks += 1) {
      world.dieAfter(looks);
      await world.desks.proofs.clean(slot.id).catch(() => undefined);
      world.revive();
    }
    await cleaned();
    expect(world.proofs.files.size).toBe(1);
    expect((await checkIn())?.proof).toMatchObject({ shown: { state: 'ready', sharedWith: ['ana', 'ben'] } });
    expect(await inFeed()).toEqual({ slotId: slot.id, kind: 'image' });
  });

  it('is swept away when no check-in ever named it', async () => {
    await world.proofs.save(proofPath('ana', slot.id, 'lost.jpg'), await photo(), 'image/jpeg');
    await world.desks.proofs.sweep();
    expect(world.proofs.files.size).toBe(0);
  });
});
