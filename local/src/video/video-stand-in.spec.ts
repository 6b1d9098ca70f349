import { type AddressInfo, createServer } from 'node:net';
import { localVideoDomain, localVideoRooms } from './local-video';
import { VideoStandIn } from './video-stand-in';

const now = new Date('2026-06-01T18:10:00Z');
const ROOM = 'room-of-session1';
const admission = {
  roomName: ROOM,
  personId: 'person1',
  displayName: 'Ana Silva',
  isHost: true,
  from: new Date('2026-06-01T18:09:00Z'),
  until: new Date('2026-06-01T19:20:00Z'),
};

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

describe('the stand-in for the video service', () => {
  let standIn: VideoStandIn;
  let origin: string;
  let received: { body: string; signature: string }[];
  const rooms = localVideoRooms('127.0.0.1:4012');
  const jwt = (over: Partial<typeof admission> = {}) => rooms.admit({ ...admission, ...over }).jwt ?? '';
  const post = (path: string, body: object) =>
    fetch(`${origin}${path}`, { method: 'POST', body: JSON.stringify(body) });
  const guest = (personId: string, name: string) => ({ personId, name, isModerator: false });
  const news = async () => {
    await standIn.post.settled();
    return received.map(({ body, signature }) => rooms.read({ rawBody: Buffer.from(body), signature, now }));
  };
  /** In the call as a browser is; gives what it hears, until it goes. */
  async function call(token: string) {
    const going = new AbortController();
    const answer = await fetch(`${origin}/${ROOM}/stream?jwt=${token}`, { signal: going.signal });
    const heard: { kind: string; id?: string; name?: string }[] = [];
    void (async () => {
      const reader = answer.body?.getReader();
      for (let part = await reader?.read(); part && !part.done; part = await reader?.read())
        for (const [, data = ''] of Buffer.from(part.value)
          .toString()
          .matchAll(/data: (.+)\n/g))
          heard.push(JSON.parse(data) as { kind: string });
    })().catch(() => undefined);
    return { heard, leave: () => going.abort() };
  }
  const until = async (isSo: () => boolean) => {
    for (let tries = 0; tries < 100 && !isSo(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(isSo()).toBe(true);
  };

  beforeEach(async () => {
    received = [];
    standIn = new VideoStandIn({
      now: () => now,
      webOrigins: ['http://127.0.0.1:4000'],
      send: async (body, signature) => {
        received.push({ body, signature });
        return 204;
      },
    });
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    await standIn.listen(port);
  });
  afterEach(() => standIn.close());

  it('is found by the port of the Firestore beside it', () =>
    expect(localVideoDomain('127.0.0.1:4302')).toBe('127.0.0.1:4312'));

  it('lets a pass of the adapter into its room, and tells both sides', async () => {
    standIn.enterGuest(ROOM, guest('person2', 'Ben'));
    const ana = await call(jwt());
    await until(() => ana.heard.length === 2);
    expect(ana.heard.map(({ kind, name }) => [kind, name])).toEqual([
      ['self', 'Ana Silva'],
      ['joined', 'Ben'],
    ]);
    standIn.leaveGuests(ROOM);
    await until(() => ana.heard.at(-1)?.kind === 'left');
    ana.leave();
    await until(() => standIn.rooms.peopleIn(ROOM).length === 0);
    expect((await news()).map((one) => [one?.kind, one?.personId, one?.roomName])).toEqual([
      ['joined', 'person2', ROOM],
      ['joined', 'person1', ROOM],
      ['left', 'person2', ROOM],
      ['left', 'person1', ROOM],
    ]);
  });

  it.each([
    ['no token', ''],
    ['a token of another room', jwt({ roomName: 'room-of-session2' })],
    ['a token that is over', jwt({ until: now })],
    ['a token for later', jwt({ from: new Date('2026-06-01T18:11:00Z') })],
    ['a token with another signature', `${jwt().slice(0, -4)}AAAA`],
  ])('lets nobody in with %s', async (_what, token) => {
    const { heard } = await call(token);
    await until(() => heard.length === 1);
    expect(heard[0]?.kind).toBe('refused');
    expect(standIn.rooms.peopleIn(ROOM)).toEqual([]);
    expect(await news()).toEqual([]);
  });

  it('sends an event twice, later ones before earlier ones, or no leaving, when it is told to', async () => {
    await post('/faults', { duplicates: true });
    standIn.enterGuest(ROOM, guest('person2', 'Ben'));
    const [first, second] = await news();
    expect(second).toEqual(first);
    received = [];
    await post('/faults', { reversed: true });
    standIn.leaveGuests(ROOM);
    standIn.enterGuest(ROOM, guest('person2', 'Ben'));
    expect((await news()).map((one) => one?.kind)).toEqual(['joined', 'left']);
    received = [];
    await post('/faults', { ghosts: true });
    await post(`/${ROOM}/rejoin`, {});
    expect((await news()).map((one) => one?.kind)).toEqual(['joined']);
    received = [];
    await post('/faults', { silent: true });
    await post(`/${ROOM}/rejoin`, {});
    expect(await news()).toEqual([]);
  });

  it('serves the script, and a frame that only the web app may show', async () => {
    const script = await fetch(`${origin}/external_api.js`);
    expect(await script.text()).toContain('JitsiMeetExternalAPI');
    const frame = await fetch(`${origin}/${ROOM}`);
    expect(frame.headers.get('content-security-policy')).toContain('frame-ancestors http://127.0.0.1:4000');
    expect((await fetch(`${origin}/../secret`)).status).toBe(404);
    await post('/faults', { down: true });
    for (const path of ['external_api.js', ROOM]) expect((await fetch(`${origin}/${path}`)).status).toBe(503);
    await post('/faults', {});
    expect((await fetch(`${origin}/${ROOM}`, { method: 'PUT' })).status).toBe(405);
  });
});
