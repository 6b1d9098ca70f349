import { FieldValue, Timestamp } from 'firebase-admin/firestore';
import { type SessionCommand } from '@podmates/domain';
import { aPodOf, closeDesks, type DesksAtWork, openDesks } from './desks-at-work';

describe('a goodbye that the server says', () => {
  let world: DesksAtWork;
  let podId: string;
  let sessionId: string;
  const command = async (by: string, asked: SessionCommand) => {
    const expectedVersion = (await world.records.sessions.doc(sessionId).get()).data()?.version ?? 0;
    const commandId = `${by}-${asked.kind}-${expectedVersion}`;
    await world.desks.sessions.command(by, { sessionId, commandId, expectedVersion, command: asked });
  };
  const place = (id: string) => world.db.doc(`sessions/${sessionId}/presence/${id}`);
  const beat = (id: string, beatAt: unknown = FieldValue.serverTimestamp()) =>
    place(id).set({ beatAt, isHere: true, editing: null, since: Timestamp.fromMillis(0), earlier: [] });
  const hereIds = async (): Promise<string[]> => {
    const all = await world.db.collection(`sessions/${sessionId}/presence`).where('isHere', '==', true).get();
    return all.docs.map(({ id }) => id);
  };
  const setStatus = (status: 'active' | 'suspended' | 'deleted') =>
    world.desks.accounts.setStatus({ actorId: 'mod', memberId: 'ana', status });
  const setByHand = (status: 'active' | 'suspended') =>
    world.records.memberStatuses.doc('ana').set({ id: 'ana', status, changedAt: world.now() });

  beforeEach(async () => {
    world = await openDesks('partings', '2026-03-02T08:00:00Z');
    podId = await aPodOf(world, ['ana', 'ben', 'cem']);
    sessionId = (await world.records.sessions.get()).docs[0]?.id ?? 'none';
    world.at('2026-03-02T15:55:00Z');
    await world.desks.sessions.advance(sessionId);
    for (const id of ['ana', 'ben', 'cem']) await command(id, { kind: 'join' });
    await command('ana', { kind: 'start' });
    for (const id of ['ana', 'ben', 'cem']) await beat(id);
  });
  afterAll(closeDesks);

  it.each<[string, () => Promise<unknown>, string[]]>([
    ['somebody who stays active', () => setStatus('active'), ['ana', 'ben', 'cem']],
    ['somebody who is suspended', () => setStatus('suspended'), ['ben', 'cem']],
    ['somebody who is deleted', () => setStatus('deleted'), ['ben', 'cem']],
    [
      'somebody who leaves the pod',
      () => world.desks.pods.leave('ana', { podId, looksForAnother: false }),
      ['ben', 'cem'],
    ],
    [
      'nobody in a step within the session',
      () => command('ana', { kind: 'hand-over', toMemberId: 'ben' }),
      ['ana', 'ben', 'cem'],
    ],
    ['everybody when the session ends', () => finish(), []],
  ])('is that of %s, in the same transaction', async (_, act, stayIds) => {
    await act();
    expect(await hereIds()).toEqual(stayIds);
  });

  const finish = async () => {
    world.at('2026-03-02T17:00:00Z');
    await command('ana', { kind: 'wrap' });
    await command('ana', { kind: 'finish' });
  };

  it('is said to a status that was changed by hand, once', async () => {
    await setByHand('active');
    await world.desks.partings.part('ana');
    expect(await hereIds()).toEqual(['ana', 'ben', 'cem']);
    await setByHand('suspended');
    await world.desks.partings.part('ana');
    expect(await hereIds()).toEqual(['ben', 'cem']);
    const once = (await place('ana').get()).data();
    await world.desks.partings.part('ana');
    expect((await place('ana').get()).data()).toEqual(once);
  });

  it('is said to nobody whose beats have ended long ago: their stay is as they left it', async () => {
    await beat('ana', Timestamp.fromMillis(Date.now() - 600_000));
    const before = (await place('ana').get()).data();
    await setStatus('suspended');
    expect((await place('ana').get()).data()).toEqual(before);
  });
});
