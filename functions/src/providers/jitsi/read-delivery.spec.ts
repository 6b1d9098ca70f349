import { createHmac } from 'node:crypto';
import { DeliveryRefused } from '../video-rooms';
import { JitsiRooms } from './jitsi-rooms';

const SECRET = 'whsec-of-the-endpoint';
const NOW = new Date('2026-06-01T18:10:00Z');
const STAMP = NOW.getTime() / 1000;
const joined = {
  idempotencyKey: 'd11f155d-ced5-4a7e-b6d9-aaa135c64f65',
  customerId: 'c2824d584eac',
  appId: 'vpaas-magic-cookie-1',
  eventType: 'PARTICIPANT_JOINED',
  sessionId: 'c3348153-1027-4382-afad-5ae91b433c26',
  timestamp: NOW.getTime() - 1500,
  fqn: 'vpaas-magic-cookie-1/room-of-session1',
  data: { moderator: 'false', name: 'Ana', id: 'person1', participantId: '4cb6e4c2' },
};

type Changes = { secret?: string; stamp?: number | string; signature?: string | undefined; body?: string | Uint8Array };
const bytesOf = (body: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(body));
const signed = (body: Uint8Array, secret = SECRET, stamp: number | string = STAMP): string =>
  `t=${stamp},v1=${createHmac('sha256', secret).update(`${stamp}.`).update(body).digest('base64')}`;
const rooms = (webhookSecret: string | null = SECRET) =>
  new JitsiRooms({ domain: 'meet.example.org', key: null, webhookSecret });
const read = (event: unknown = joined, changes: Changes = {}) => {
  const rawBody = bytesOf(event);
  const signature = 'signature' in changes ? changes.signature : signed(rawBody, changes.secret, changes.stamp);
  const sent = typeof changes.body === 'string' ? new TextEncoder().encode(changes.body) : (changes.body ?? rawBody);
  return rooms().read({ rawBody: sent, signature, now: NOW });
};
const refusalOf = (act: () => unknown): number | 'taken' => {
  try {
    act();
    return 'taken';
  } catch (error) {
    if (error instanceof DeliveryRefused) return error.status;
    throw error;
  }
};
const minutes = (n: number) => STAMP + n * 60;

describe('what the video service tells', () => {
  it('is who came into which room, and when by its own clock', () =>
    expect(read()).toEqual({
      id: 'd11f155d-ced5-4a7e-b6d9-aaa135c64f65',
      kind: 'joined',
      roomName: 'room-of-session1',
      personId: 'person1',
      at: new Date(NOW.getTime() - 1500),
    }));

  it('is who left', () => expect(read({ ...joined, eventType: 'PARTICIPANT_LEFT' })?.kind).toBe('left'));

  it.each([
    ['of another kind', { ...joined, eventType: 'ROOM_CREATED', data: { conference: 'x' } }],
    ['named like something of every object', { ...joined, eventType: 'constructor' }],
    ['of a guest', { ...joined, data: { name: 'Eve' } }],
    ['of somebody with a number', { ...joined, data: { id: 7 } }],
    ['of somebody with markup', { ...joined, data: { id: '<img>' } }],
    ['without data', { ...joined, data: undefined }],
    ['of a room that is none of ours', { ...joined, fqn: 'tenant/My Room!' }],
    ['of two weeks ago', { ...joined, timestamp: NOW.getTime() - 15 * 24 * 3_600_000 }],
  ])('is of no concern when it is %s', (_what, event) => expect(read(event)).toBeNull());

  it.each<[string, Changes]>([
    ['no signature', { signature: undefined }],
    ['an empty signature', { signature: '' }],
    ['a stamp alone', { signature: `t=${STAMP}` }],
    ['a signature alone', { signature: signed(bytesOf(joined)).split(',')[1] }],
    ['another secret', { secret: 'whsec-of-another-one' }],
    ['an empty secret', { secret: '' }],
    ['six minutes old', { stamp: minutes(-6) }],
    ['six minutes ahead', { stamp: minutes(6) }],
    ['a year ahead', { stamp: minutes(525_600) }],
    ['a stamp in milliseconds', { stamp: STAMP * 1000 }],
    ['a negative stamp', { stamp: -STAMP }],
    ['a stamp that is no number', { stamp: 'now' }],
    ['a stamp with a sign', { stamp: `+${STAMP}` }],
    ['two stamps', { signature: `t=${minutes(-60)},${signed(bytesOf(joined))}` }],
    ['a scheme of another version', { signature: signed(bytesOf(joined)).replace('v1=', 'v0=') }],
    ['the signature of another stamp', { signature: signed(bytesOf(joined)).replace(`${STAMP}`, `${STAMP + 1}`) }],
    ['half of a signature', { signature: signed(bytesOf(joined)).slice(0, 40) }],
    ['a signature in hexadecimal', { signature: `t=${STAMP},v1=${'ab'.repeat(32)}` }],
    [
      'too many signatures before it',
      { signature: `t=${STAMP},${'v1=AA==,'.repeat(4)}${signed(bytesOf(joined)).split(',')[1]}` },
    ],
    ['a very long signature', { signature: `${signed(bytesOf(joined))},${'x'.repeat(1000)}` }],
    ['another body', { body: JSON.stringify({ ...joined, data: { id: 'person2' } }) }],
    ['the same body, parsed and written again', { body: JSON.stringify(joined, null, 1) }],
    ['an empty body', { body: '' }],
  ])('is not believed with %s', (_what, changes) => expect(refusalOf(() => read(joined, changes))).toBe(401));

  it.each([[-4.9], [0], [4.9]])('is believed with a stamp %d minutes from now', (away) =>
    expect(refusalOf(() => read(joined, { stamp: Math.round(minutes(away)) }))).toBe('taken'),
  );

  it('is believed by one of two signatures, while a secret is replaced', () => {
    const [stamp, right] = signed(bytesOf(joined)).split(',');
    const wrong = signed(bytesOf(joined), 'whsec-of-before').split(',')[1];
    expect(refusalOf(() => read(joined, { signature: [stamp, wrong, right].join(',') }))).toBe('taken');
  });

  it.each([
    ['no object', null],
    ['a list', [joined]],
    ['no id', { ...joined, idempotencyKey: undefined }],
    ['an id with a slash', { ...joined, idempotencyKey: 'a/b' }],
    ['a very long id', { ...joined, idempotencyKey: 'a'.repeat(129) }],
    ['a time in words', { ...joined, timestamp: '2026-06-01' }],
    ['a time that is none', { ...joined, timestamp: 9e15 }],
    ['a time before all time', { ...joined, timestamp: -1 }],
    ['a time to come', { ...joined, timestamp: NOW.getTime() + 6 * 60_000 }],
    ['no room', { ...joined, fqn: undefined }],
    ['a very long room', { ...joined, fqn: 'r'.repeat(301) }],
    ['text in place of data', { ...joined, data: 'person1' }],
  ])('is not read with %s, although it is signed', (_what, event) => expect(refusalOf(() => read(event))).toBe(400));

  it('is not read when it is no JSON, no UTF-8, or too large', () => {
    const readBytes = (rawBody: Uint8Array) =>
      refusalOf(() => rooms().read({ rawBody, signature: signed(rawBody), now: NOW }));
    expect(readBytes(new TextEncoder().encode('{"idempotencyKey":'))).toBe(400);
    expect(readBytes(new Uint8Array([0x22, 0xff, 0x22]))).toBe(400);
    expect(readBytes(bytesOf({ ...joined, data: { id: 'person1', name: 'x'.repeat(65_536) } }))).toBe(413);
  });

  it('is not believed at all where there is no secret', () => {
    const rawBody = bytesOf(joined);
    const delivery = { rawBody, signature: signed(rawBody, ''), now: NOW };
    expect(refusalOf(() => rooms(null).read(delivery))).toBe(503);
  });
});
