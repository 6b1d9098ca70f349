import { createHmac } from 'node:crypto';
import { FieldValue } from 'firebase-admin/firestore';
import { MeetingLink, type Session } from '@podmates/domain';
import { logDefect, logRefusal } from '../../functions/src/runtime/defects';
import { answerVideo } from '../../functions/src/sessions/answer-video';
import { type DesksAtWork, VIDEO_KEY, aPodOf, closeDesks, openDesks, refusalOf } from './desks-at-work';

jest.mock('../../functions/src/runtime/defects', () => ({
  ...jest.requireActual<object>('../../functions/src/runtime/defects'),
  logDefect: jest.fn(),
  logRefusal: jest.fn(),
}));

const SECRETS = [VIDEO_KEY.secret, 'whsec-of-the-endpoint'];
interface Claims {
  readonly room: string;
  readonly exp: number;
  readonly context: { readonly user: { readonly id: string; readonly moderator: boolean } };
}
const claimsOf = (jwt: string | null): Claims =>
  JSON.parse(Buffer.from(jwt?.split('.')[1] ?? '', 'base64url').toString()) as Claims;

describe('the video of a session (row 6.5)', () => {
  let world: DesksAtWork;
  let sessionId: string;
  const session = async (): Promise<Session> => {
    const found = (await world.records.sessions.doc(sessionId).get()).data();
    if (!found) throw new Error('There is no session.');
    return found;
  };
  const roomName = async (): Promise<string> => {
    const { video } = await session();
    return video?.kind === 'room' ? video.name : 'none';
  };
  const enter = (id: string) => world.desks.video.enter(id, { sessionId });
  const isHere = (id: string, isHereNow = true, beatAt: unknown = FieldValue.serverTimestamp()) =>
    world.db.doc(`sessions/${sessionId}/presence/${id}`).set({ beatAt, isHere: isHereNow });
  const place = (by: string, url: string | null, commandId: string) =>
    world.desks.video.place(by, { sessionId, commandId, url: url === null ? null : MeetingLink.parse(url) });

  beforeEach(async () => {
    world = await openDesks('video', '2026-03-02T08:00:00Z');
    await aPodOf(world, ['ana', 'ben', 'cem']);
    sessionId = (await world.records.sessions.get()).docs[0]?.id ?? 'none';
    world.at('2026-03-02T15:55:00Z');
    await world.desks.sessions.advance(sessionId);
    await world.settle();
  });
  afterAll(closeDesks);

  it('has a room from the beginning, and another one in each session', async () => {
    expect(await roomName()).toMatch(/^made-\d+-made-\d+$/);
    const startsAt = '2026-03-05T17:00:00.000Z';
    const { podId } = await session();
    const first = await world.desks.sessions.propose('ana', { podId, clientMutationId: 'p1', startsAt, minutes: 30 });
    const other = (await world.records.sessions.doc(first.sessionId).get()).data()?.video;
    expect(other).toMatchObject({ kind: 'room' });
    expect(other).not.toEqual({ kind: 'room', name: await roomName() });
  });

  it('opens to each member with a token of their own, for this room, until after the end', async () => {
    const { hostId, startsAt, minutes } = await session();
    const passes = await Promise.all(['ana', 'ben', 'cem'].map(enter));
    const claims = passes.map(({ jwt }) => claimsOf(jwt));
    expect(new Set(claims.map(({ context }) => context.user.id)).size).toBe(3);
    for (const [n, id] of ['ana', 'ben', 'cem'].entries()) {
      expect(passes[n]).toMatchObject({ domain: 'meet.example.org', room: await roomName(), displayName: id });
      expect(claims[n]).toMatchObject({ room: await roomName(), context: { user: { moderator: id === hostId } } });
      expect(claims[n]?.exp).toBe(startsAt.getTime() / 1000 + minutes * 60 + 30 * 60);
      expect(JSON.stringify(claims[n]?.context.user.id)).not.toContain(id);
    }
    expect(claimsOf((await enter('ana')).jwt).context.user.id).toBe(claims[0]?.context.user.id);
  });

  it('is shown to no stranger, and closed before the lobby', async () => {
    expect(await refusalOf(enter('eve'))).toBe('not-found');
    expect(await refusalOf(world.desks.video.enter('ana', { sessionId: 'none' }))).toBe('not-found');
    await world.db.doc(`sessions/${sessionId}`).update({ state: 'scheduled' });
    expect(await refusalOf(enter('ana'))).toBe('failed-precondition');
  });

  it('is closed to both of two who are apart, while the other is there (behaviour 33)', async () => {
    await world.desks.relations.block('ana', { memberId: 'ben' });
    await isHere('ana');
    await isHere('cem');
    expect(await refusalOf(enter('ben'))).toBe('failed-precondition');
    await isHere('ana', false);
    expect(await refusalOf(enter('ben'))).toBe('accepted'); // and is there from now on
    expect(await refusalOf(enter('ana'))).toBe('failed-precondition');
    expect(await refusalOf(enter('cem'))).toBe('accepted');
  });

  it('finds somebody whose page has gone silent no longer there', async () => {
    await world.desks.relations.block('ana', { memberId: 'ben' });
    await isHere('ana', true, new Date(Date.now() - 100_000));
    expect(await refusalOf(enter('ben'))).toBe('accepted');
  });

  it('lets one of two who are apart in when both come at the same moment', async () => {
    await world.desks.relations.block('ana', { memberId: 'ben' });
    const outcomes = await Promise.all(['ana', 'ben'].map((id) => refusalOf(enter(id))));
    expect(outcomes.sort()).toEqual(['accepted', 'failed-precondition']);
  });

  it('says nothing of a secret, whatever it answers or logs', async () => {
    const answers = [await enter('ana'), await answerVideo(world.desks.video, await delivery('e1', 'wrong'))];
    const stored = await world.db.doc(`sessions/${sessionId}`).get();
    const logged = [...jest.mocked(logRefusal).mock.calls, ...jest.mocked(logDefect).mock.calls];
    const bytes = [...answers, stored.data(), ...logged].map((part) => JSON.stringify(part)).join('\n');
    expect(bytes).toContain('the signature is of something else');
    for (const secret of SECRETS)
      for (const form of [secret, Buffer.from(secret).toString('base64'), Buffer.from(secret).toString('hex')])
        expect(bytes).not.toContain(form);
  });

  async function delivery(id: string, secret = 'whsec-of-the-endpoint', over: object = {}) {
    const personId = claimsOf((await enter('ana')).jwt).context.user.id;
    return signed(await eventOf(id, personId, over), secret);
  }
  const eventOf = async (id: string, personId: string, over: object) => ({
    idempotencyKey: id,
    eventType: 'PARTICIPANT_JOINED',
    timestamp: world.now().getTime(),
    fqn: `podmates/${await roomName()}`,
    data: { id: personId, name: 'Ana' },
    ...over,
  });
  const signed = (event: object, secret = 'whsec-of-the-endpoint') => {
    const rawBody = Buffer.from(JSON.stringify(event));
    const stamp = Math.floor(world.now().getTime() / 1000);
    const hmac = createHmac('sha256', secret).update(`${stamp}.`).update(rawBody).digest('base64');
    return { method: 'POST', rawBody, signature: `t=${stamp},v1=${hmac}` };
  };
  const events = async () => (await world.records.videoEvents(sessionId).get()).docs.map((found) => found.data());

  it('keeps what the service tells of a member, once however often it tells it', async () => {
    const told = await delivery('event-1');
    expect(await Promise.all([1, 2, 3].map(() => answerVideo(world.desks.video, told)))).toEqual([204, 204, 204]);
    expect(
      await answerVideo(world.desks.video, await delivery('event-1', undefined, { eventType: 'PARTICIPANT_LEFT' })),
    ).toBe(204);
    expect(await events()).toEqual([
      { id: 'event-1', memberId: 'ana', kind: 'joined', at: world.now(), receivedAt: world.now(), schemaVersion: 3 },
    ]);
  });

  it('keeps of a member what comes after they left the pod', async () => {
    const told = await delivery('event-2', undefined, { eventType: 'PARTICIPANT_LEFT' });
    await world.desks.pods.leave('ana', { podId: (await session()).podId, looksForAnother: false });
    expect((await session()).memberIds).not.toContain('ana');
    expect(await answerVideo(world.desks.video, told)).toBe(204);
    expect((await events()).map(({ memberId, kind }) => [memberId, kind])).toEqual([['ana', 'left']]);
  });

  describe('tells of a session that has been judged', () => {
    const START = Date.parse('2026-03-02T16:00:00Z');
    const minute = (n: number) => START + n * 60_000;
    let personId: string;
    const command = async (by: string, kind: 'join' | 'start' | 'wrap' | 'finish') => {
      const { version } = await session();
      const input = { sessionId, commandId: `${by}-${kind}`, expectedVersion: version, command: { kind } };
      await world.desks.sessions.command(by, input);
    };
    const told = async (id: string, eventType: string, at: number) =>
      answerVideo(world.desks.video, signed(await eventOf(id, personId, { eventType, timestamp: minute(at) })));
    const looks = async () => {
      await world.settle();
      return world.tasks.filter(({ id, task }) => task === 'settle-attendance' && id.includes(':video-'));
    };
    const outcome = async () => (await world.records.attendance(sessionId).doc('ana').get()).data()?.outcome;

    beforeEach(async () => {
      personId = claimsOf((await enter('ana')).jwt).context.user.id;
      world.at(new Date(START));
      await command('ben', 'join');
      await command('ben', 'start');
      world.at(new Date(minute(50)));
      await command('ben', 'wrap');
      await command('ben', 'finish');
      expect(await outcome()).toBe('no-show');
    });

    it('and has it judged again, once for each event', async () => {
      world.at(new Date(minute(24 * 60)));
      const answers = [await told('late-1', 'PARTICIPANT_JOINED', 1), await told('late-2', 'PARTICIPANT_LEFT', 49)];
      expect([...answers, await told('late-2', 'PARTICIPANT_LEFT', 49)]).toEqual([204, 204, 204]);
      const tasks = await looks();
      expect(tasks.map(({ subjectId, runAt }) => [subjectId, runAt])).toEqual([
        [sessionId, world.now()],
        [sessionId, world.now()],
      ]);
      for (const { subjectId } of tasks) await world.desks.attendance.settle(subjectId);
      expect(await outcome()).toBe('on-time');
      expect((await session()).attended['ana']).toBe('came');
    });

    it('and leaves it as it is once nobody may contest it', async () => {
      world.at(new Date(minute(50 + 48 * 60)));
      expect(await told('late-1', 'PARTICIPANT_JOINED', 1)).toBe(204);
      expect(await looks()).toEqual([]);
    });
  });

  it.each([
    ['a room nobody has', { fqn: 'podmates/no-such-room' }],
    ['somebody nobody knows', { data: { id: 'person-of-another-place' } }],
    ['something else', { eventType: 'ROOM_CREATED' }],
  ])('lets go of %s, and says thank you', async (_what, over) => {
    expect(await answerVideo(world.desks.video, await delivery('event-3', undefined, over))).toBe(204);
    expect(await events()).toEqual([]);
  });

  it('keeps nothing that is not from the service', async () => {
    expect(await answerVideo(world.desks.video, await delivery('event-4', 'another-secret'))).toBe(401);
    expect(await answerVideo(world.desks.video, { ...(await delivery('event-4')), method: 'GET' })).toBe(405);
    const later = await delivery('event-4');
    world.at('2026-03-02T16:01:00Z');
    expect(await answerVideo(world.desks.video, later)).toBe(401);
    expect(await events()).toEqual([]);
  });

  it('can be held elsewhere, and in a new room again (row 6.6)', async () => {
    const { version } = await session();
    const before = await roomName();
    expect(await place('ben', 'https://zoom.us/j/1', 'c1')).toEqual({ version: version + 1 });
    expect(await place('ben', 'https://zoom.us/j/1', 'c1')).toEqual({ version: version + 1 });
    expect((await session()).video).toEqual({ kind: 'link', url: 'https://zoom.us/j/1' });
    expect(await refusalOf(enter('ana'))).toBe('failed-precondition');
    await place('ana', null, 'c2');
    expect(await roomName()).not.toBe(before);
    expect(await refusalOf(enter('ana'))).toBe('accepted');
    const audits = (await world.records.auditEvents.where('cause', '==', 'placeVideo').get()).docs.map((a) => a.data());
    expect(audits.map(({ actorId, from, to }) => [actorId, from, to]).sort()).toEqual([
      ['ana', 'link', 'room'],
      ['ben', 'room', 'link'],
    ]);
    expect(JSON.stringify(audits)).not.toContain('zoom');
  });

  it('is no stranger’s to hold elsewhere', async () => {
    expect(await refusalOf(place('eve', 'https://zoom.us/j/1', 'c1'))).toBe('not-found');
    await world.db.doc(`sessions/${sessionId}`).update({ state: 'done' });
    expect(await refusalOf(place('ana', 'https://zoom.us/j/1', 'c1'))).toBe('failed-precondition');
  });
});
