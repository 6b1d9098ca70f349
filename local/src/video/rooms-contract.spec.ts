import { createHmac, generateKeyPairSync, randomUUID } from 'node:crypto';
import { DomainError, type Session, VideoRoomName } from '@podmates/domain';
import { inVideo, videoEntry, videoRoomName } from '@podmates/domain/sessions';
import { JitsiRooms } from '../../../functions/src/providers/jitsi/jitsi-rooms';
import { type VideoPass, type VideoRooms } from '../../../functions/src/providers/video-rooms';
import { EventPost, type Faults } from './event-post';
import { localVideoRooms } from './local-video';

const START = Date.parse('2026-06-01T18:00:00Z');
const at = (minute: number) => new Date(START + minute * 60_000);
const NOW = at(10);

/** Who came (+) or went (-), in which minute, in the order in which it happened. */
type Step = readonly ['+' | '-', string, number];
interface Request {
  readonly rawBody: Uint8Array;
  readonly signature: string;
}
/** A service as the product meets it: the passes it takes, and what it sends. */
interface Service {
  readonly rooms: VideoRooms;
  sends(room: string, steps: readonly Step[], faults?: Faults): Promise<Request[]>;
}

/** As JaaS documents its webhooks, with a tenant's key; what goes wrong on the way is done by hand. */
function jaas(): Service {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const webhookSecret = 'whsec-of-the-endpoint';
  const key = { kind: 'tenant', tenant: 'vpaas-magic-cookie-1', keyId: 'key7', privateKey } as const;
  const signed = (event: object): Request => {
    const rawBody = Buffer.from(JSON.stringify(event));
    const stamp = NOW.getTime() / 1000;
    const hmac = createHmac('sha256', webhookSecret).update(`${stamp}.`).update(rawBody).digest('base64');
    return { rawBody, signature: `t=${stamp},v1=${hmac}` };
  };
  return {
    rooms: new JitsiRooms({ domain: '8x8.vc', key, webhookSecret }),
    sends: async (room, steps, faults = {}) => {
      const told = steps.filter(([way]) => !faults.ghosts || way === '+');
      const requests = told.map(([way, id, minute]) =>
        signed({
          idempotencyKey: randomUUID(),
          customerId: 'customer',
          appId: key.tenant,
          eventType: way === '+' ? 'PARTICIPANT_JOINED' : 'PARTICIPANT_LEFT',
          sessionId: randomUUID(),
          timestamp: at(minute).getTime(),
          fqn: `${key.tenant}/${room}`,
          data: { id, name: id, moderator: 'false', participantId: 'a1b2c3d4' },
        }),
      );
      const sent = faults.duplicates ? requests.flatMap((one) => [one, one]) : requests;
      return faults.reversed ? sent.reverse() : sent;
    },
  };
}

/** The stand-in of the local platform, with the faults that it can be told to have. */
const standIn = (): Service => ({
  rooms: localVideoRooms('127.0.0.1:4012'),
  sends: async (room, steps, faults = {}) => {
    const received: Request[] = [];
    let now = NOW;
    const post = new EventPost(
      () => now,
      async (body, signature) => {
        received.push({ rawBody: Buffer.from(body), signature });
        return 204;
      },
    );
    post.faults = faults;
    for (const [way, id, minute] of steps) {
      now = at(minute);
      const person = { id: `stay-${minute}`, personId: id, name: id, isModerator: false, isMuted: true };
      post.tell({ kind: way === '+' ? 'joined' : 'left', room, person });
      await post.settled();
    }
    return received;
  },
});

const session: Session = {
  id: 'session1',
  podId: 'pod1',
  memberIds: ['ana', 'ben'],
  names: { ana: 'Ana', ben: 'Ben' },
  track: 'gym',
  startsAt: at(0),
  minutes: 50,
  timeZone: 'Europe/Berlin',
  state: 'lobby',
  hostId: 'ana',
  currentItemId: null,
  timer: null,
  agreedBy: [],
  declinedBy: [],
  proposedBy: null,
  voteEndsAt: null,
  move: null,
  timeSetAt: null,
  withdrawals: {},
  joinedIds: [],
  excusedIds: [],
  pausedIds: [],
  video: { kind: 'room', name: videoRoomName(randomUUID) },
  joinedAt: {},
  releasedIds: [],
  attended: {},
  version: 1,
  schemaVersion: 3,
  createdAt: at(-600),
};
const roomName = session.video?.kind === 'room' ? session.video.name : '';

describe.each([
  ['Jitsi, as JaaS runs it', jaas],
  ['the stand-in of the local platform', standIn],
])('video rooms of %s', (_name, open) => {
  const { rooms, sends } = open();
  const enter = (memberId: string, over: Partial<Session> = {}): VideoPass | null => {
    const said = (id: string) => ({ id, blocks: [] });
    const entry = videoEntry({ ...session, ...over }, { memberId, presentIds: [], said, now: NOW });
    return rooms.admit({ ...entry, personId: `person-${memberId}` });
  };
  const codeOf = (act: () => unknown): string => {
    try {
      act();
      return 'let in';
    } catch (error) {
      return error instanceof DomainError ? error.code : 'defect';
    }
  };
  const claimsOf = (pass: VideoPass | null): unknown =>
    JSON.parse(Buffer.from(pass?.jwt?.split('.')[1] ?? '', 'base64url').toString());
  const heard = async (steps: readonly Step[], faults?: Faults) =>
    (await sends(roomName, steps, faults)).map((request) => rooms.read({ ...request, now: NOW }));
  /** As they are stored: each event once, under its id. */
  const there = async (steps: readonly Step[], faults?: Faults) => {
    const stored = new Map(
      (await heard(steps, faults)).flatMap((news) => (news ? [[news.id, { ...news, memberId: news.personId }]] : [])),
    );
    return inVideo([...stored.values()]);
  };

  it('have names that nobody guesses, in which no session is the next one’s', () => {
    const names = Array.from({ length: 200 }, () => videoRoomName(randomUUID));
    expect(new Set(names).size).toBe(200);
    for (const name of names) {
      expect(VideoRoomName.safeParse(name).success).toBe(true);
      expect(name).toMatch(/^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-?){2}$/);
    }
    expect(enter('ana')?.room.split('/').at(-1)).toBe(roomName);
  });

  it('take each member with a token of their own, for this room alone, until half an hour after the end', () => {
    const [ana, ben] = [claimsOf(enter('ana')), claimsOf(enter('ben'))];
    const exp = at(80).getTime() / 1000;
    expect(ana).toMatchObject({ room: roomName, exp, context: { user: { id: 'person-ana', moderator: true } } });
    expect(ben).toMatchObject({ room: roomName, exp, context: { user: { id: 'person-ben', moderator: false } } });
    expect(enter('ana')?.jwt).not.toBe(enter('ben')?.jwt);
  });

  it('take members only, from the lobby to the wrap-up', () => {
    expect(codeOf(() => enter('eve'))).toBe('not-found');
    const states = ['draft', 'scheduled', 'lobby', 'live', 'wrap', 'done'] as const;
    expect(states.map((state) => codeOf(() => enter('ana', { state })))).toEqual([
      'failed-precondition',
      'failed-precondition',
      'let in',
      'let in',
      'let in',
      'failed-precondition',
    ]);
  });

  const visit: readonly Step[] = [
    ['+', 'person-ana', 6],
    ['+', 'person-ben', 7],
    ['-', 'person-ana', 8],
  ];

  it('tell who came and went, and when, in the same words', async () => {
    expect(await heard(visit)).toEqual(
      visit.map(([way, personId, minute]) => ({
        id: expect.any(String),
        kind: way === '+' ? 'joined' : 'left',
        roomName,
        personId,
        at: at(minute),
      })),
    );
  });

  it.each<[string, readonly Step[], Faults, readonly string[]]>([
    ['nothing wrong', visit, {}, ['person-ben']],
    ['each event sent twice', visit, { duplicates: true }, ['person-ben']],
    ['later events before earlier ones', visit.slice(0, 2), { reversed: true }, ['person-ana', 'person-ben']],
    ['a leaving before its coming', [visit[0]!, visit[2]!], { reversed: true }, []],
    ['no leaving told, so that they seem to be there', visit, { ghosts: true }, ['person-ana', 'person-ben']],
    ['somebody who came again', [...visit, ['+', 'person-ana', 9]], {}, ['person-ana', 'person-ben']],
    [
      'all of it',
      [...visit, ['+', 'person-ana', 9]],
      { duplicates: true, reversed: true },
      ['person-ana', 'person-ben'],
    ],
  ])('leave the same people in the room with %s', async (_what, steps, faults, expected) =>
    expect(await there(steps, faults)).toEqual(expected),
  );

  it('are believed by their own signature alone, and not a day later', async () => {
    const [request] = await sends(roomName, visit.slice(0, 1));
    const read = (over: object) => () => rooms.read({ ...request!, now: NOW, ...over });
    expect(read({})).not.toThrow();
    expect(read({ signature: undefined })).toThrow('there is no signature');
    expect(read({ rawBody: Buffer.from('{}') })).toThrow('the signature is of something else');
    expect(read({ now: at(24 * 60) })).toThrow('the stamp is not of now');
  });
});
