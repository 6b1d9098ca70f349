import { FieldValue } from 'firebase-admin/firestore';
import { chatPath, SCHEMA_VERSION, type Session } from '@podmates/domain';
import { type DesksAtWork, aPodOf, closeDesks, openDesks, refusalOf } from './desks-at-work';
import { asked } from './pods-at-work';

describe('leaving a session safely (B11, behaviour 34)', () => {
  let world: DesksAtWork;
  let sessionId: string;
  let podId: string;
  const session = async (): Promise<Session> => {
    const found = (await world.records.sessions.doc(sessionId).get()).data();
    if (!found) throw new Error('There is no session.');
    return found;
  };
  const command = async (by: string, kind: 'join' | 'start' | 'wrap' | 'finish', id: string) =>
    world.desks.sessions.command(by, {
      sessionId,
      commandId: `${kind}-${id}`,
      expectedVersion: (await session()).version,
      command: { kind },
    });
  const reports = async () => (await world.records.safetyReports.get()).docs.map((found) => found.data());
  const leave = (by: string, memberIds: string[], over: object = {}) =>
    world.desks.safety.leave(by, {
      sessionId,
      commandId: 'c1',
      memberIds,
      leftAt: '2026-03-02T16:09:58.000Z',
      ...over,
    });
  const blocksOf = async (id: string) => (await world.records.relations.doc(id).get()).data()?.blocks ?? [];
  const everything = async () => ({
    reports: (await reports()).map(({ createdAt: _, ...rest }) => rest),
    blocks: await blocksOf('ana'),
    questions: await asked(world, podId),
  });

  beforeEach(async () => {
    world = await openDesks('safety', '2026-03-02T08:00:00Z');
    podId = await aPodOf(world, ['ana', 'ben', 'cem']);
    sessionId = (await world.records.sessions.get()).docs[0]?.id ?? 'none';
    world.at('2026-03-02T15:55:00Z');
    await world.desks.sessions.advance(sessionId);
    for (const id of ['ana', 'ben', 'cem']) {
      await command(id, 'join', id);
      const beat = { beatAt: FieldValue.serverTimestamp(), isHere: true };
      await world.db.doc(`sessions/${sessionId}/presence/${id}`).set(beat);
    }
    await command('ana', 'start', 'ana');
    const note = {
      authorId: 'ben',
      kind: 'win',
      text: 'Something unkind',
      writtenAt: new Date('2026-03-02T16:05:00Z'),
    };
    await world.db.doc(`sessions/${sessionId}/notes/n1`).set(note);
    const message = {
      authorId: 'ben',
      readerIds: ['ana', 'ben'],
      text: 'Something worse',
      sentAt: new Date('2026-03-02T16:04:00Z'),
      schemaVersion: SCHEMA_VERSION,
    };
    await world.db.doc(`pods/${podId}/messages/m1`).set(message);
    const aloud = { ...message, text: 'Said in the room', sentAt: new Date('2026-03-02T16:03:00Z') };
    await world.db.doc(`${chatPath(sessionId)}/m2`).set(aloud);
    world.at('2026-03-02T16:10:00Z');
  });
  afterAll(closeDesks);

  it('blocks whom it is about, asks which of them goes, and keeps what stood there', async () => {
    await leave('ana', ['ben']);
    expect(await blocksOf('ana')).toEqual(['ben']);
    expect(await asked(world, podId)).toEqual(['separation ana']);
    const [report, ...more] = await reports();
    expect(more).toEqual([]);
    expect(report).toMatchObject({
      sessionId,
      podId,
      reporterId: 'ana',
      reportedIds: ['ben'],
      state: 'open',
      severity: 'S2',
      sessionState: 'live',
      leftAt: new Date('2026-03-02T16:09:58Z'),
      createdAt: world.now(),
    });
    expect(report?.presence.map(({ memberId, isHere }) => [memberId, isHere])).toEqual([
      ['ana', true],
      ['ben', true],
      ['cem', true],
    ]);
    expect(report?.kept.map(({ id, text }) => [id, text])).toEqual([
      ['n1', 'Something unkind'],
      ['m1', 'Something worse'],
      ['m2', 'Said in the room'],
    ]);
  });

  it('keeps what was written also when its author takes it back', async () => {
    await leave('ana', ['ben']);
    await world.db.doc(`sessions/${sessionId}/notes/n1`).delete();
    expect((await reports())[0]?.kept[0]?.text).toBe('Something unkind');
  });

  it('shows the others an ordinary leaving: the session stays, and the heartbeat says gone', async () => {
    const before = await session();
    await leave('ana', ['ben']);
    expect(await session()).toEqual(before);
    expect((await world.db.doc(`sessions/${sessionId}/presence/ana`).get()).get('isHere')).toBe(false);
    expect(await blocksOf('ben')).toEqual([]);
    expect(await asked(world, podId)).not.toContain('separation ben');
    const audits = (await world.records.auditEvents.where('cause', '==', 'leaveSafely').get()).docs;
    expect(audits).toHaveLength(1);
    expect(JSON.stringify(audits.map((found) => found.data()))).not.toMatch(/ben|unkind/);
  });

  it('is done once however often the tap is sent', async () => {
    await Promise.all([leave('ana', ['ben']), leave('ana', ['ben'])]);
    const once = await everything();
    await leave('ana', ['ben']);
    expect(await everything()).toEqual(once);
  });

  it('ends the same when it breaks off between any two of its steps', async () => {
    await leave('ana', ['ben']);
    const whole = await everything();
    for (let looks = 0; looks < 4; looks += 1) {
      await world.db.doc(`relations/ana`).delete();
      for (const report of await world.records.safetyReports.get().then(({ docs }) => docs)) await report.ref.delete();
      for (const audit of (await world.records.auditEvents.where('actorId', '==', 'ana').get()).docs)
        await audit.ref.delete();
      for (const sent of (await world.records.outbox.where('effect.task', '==', 'part-words').get()).docs)
        await sent.ref.delete();
      for (const open of (await world.records.decisions(podId).get()).docs) await open.ref.delete();
      await world.db.doc(`sessions/${sessionId}/presence/ana`).update({ isHere: true });
      world.dieAfter(looks);
      await leave('ana', ['ben']).catch(() => undefined);
      world.revive();
      await leave('ana', ['ben']);
      const { reports: after, ...rest } = await everything();
      expect(rest).toEqual({ blocks: whole.blocks, questions: whole.questions });
      expect(after.map(({ reportedIds }) => reportedIds)).toEqual([['ben']]);
    }
  });

  it('may name afterwards whom it was about, in the same report', async () => {
    await leave('ana', []);
    expect(await blocksOf('ana')).toEqual([]);
    await leave('ana', ['ben', 'cem']);
    expect(await blocksOf('ana')).toEqual(['ben', 'cem']);
    expect((await reports()).map(({ reportedIds, version }) => [reportedIds, version])).toEqual([[['ben', 'cem'], 2]]);
  });

  it('closes the room to both while the other is there', async () => {
    await leave('ana', ['ben']);
    expect(await refusalOf(world.desks.video.enter('ana', { sessionId }))).toBe('failed-precondition');
    expect(await refusalOf(world.desks.video.enter('ben', { sessionId }))).toBe('accepted');
    expect(await refusalOf(world.desks.video.enter('cem', { sessionId }))).toBe('accepted');
  });

  it('costs neither of them anything: both are excused when the session ends', async () => {
    await leave('ana', ['ben']);
    await command('cem', 'wrap', 'cem');
    await command('cem', 'finish', 'cem');
    expect(await session()).toMatchObject({ state: 'done', excusedIds: ['ana', 'ben'] });
    const streaks = (await world.records.streaks.get()).docs.map((found) => found.data().current);
    expect(streaks).toEqual([0, 0, 0]);
  });

  it('excuses both also when the tap arrives after the end, from a device that was offline', async () => {
    await command('cem', 'wrap', 'cem');
    await command('cem', 'finish', 'cem');
    expect((await session()).excusedIds).toEqual([]);
    world.at('2026-03-02T20:00:00Z');
    await leave('ana', ['ben']);
    expect((await session()).excusedIds).toEqual(['ana', 'ben']);
    expect((await reports())[0]?.leftAt).toEqual(new Date('2026-03-02T16:09:58Z'));
  });

  it('makes the report although no more people can be blocked', async () => {
    await world.desks.relations.block('ana', { memberId: 'x' });
    await world.db.doc('relations/ana').update({ blocks: Array.from({ length: 500 }, (_, n) => `m${n}`) });
    await leave('ana', ['ben']);
    expect((await reports())[0]?.reportedIds).toEqual(['ben']);
  });

  it('is no stranger’s to say, nor of a stranger', async () => {
    expect(await refusalOf(leave('eve', ['ben']))).toBe('not-found');
    expect(await refusalOf(leave('ana', ['eve']))).toBe('invalid-argument');
    expect(await refusalOf(leave('ana', ['ana']))).toBe('invalid-argument');
    expect(await refusalOf(leave('ana', ['ben'], { sessionId: 'none' }))).toBe('not-found');
    expect(await reports()).toEqual([]);
  });
});
