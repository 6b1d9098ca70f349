import { createHmac, generateKeyPairSync } from 'node:crypto';
import { importSPKI, type JWTPayload, jwtVerify } from 'jose';
import { type Admission } from '../video-rooms';
import { JitsiRooms } from './jitsi-rooms';
import { type TokenKey } from './sign-token';

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const OWN: TokenKey = { kind: 'secret', appId: 'podmates', secret: 'a-secret-of-thirty-two-characters' };
const TENANT: TokenKey = { kind: 'tenant', tenant: 'vpaas-magic-cookie-1', keyId: 'key7', privateKey };
const admission: Admission = {
  roomName: 'room-of-session1',
  personId: 'person1',
  displayName: 'Ana “Ä” <b>',
  isHost: true,
  from: new Date('2026-06-01T18:09:00.900Z'),
  until: new Date('2026-06-01T19:20:00Z'),
};
const roomsOf = (key: TokenKey | null) => new JitsiRooms({ domain: 'meet.example.org', key, webhookSecret: null });
const tokenFor = (key: TokenKey, over: Partial<Admission> = {}): string =>
  roomsOf(key).admit({ ...admission, ...over }).jwt ?? '';
const verified = async (key: TokenKey, token: string, at = '2026-06-01T18:30:00Z'): Promise<JWTPayload> => {
  const isOwn = key.kind === 'secret';
  const trusted = isOwn ? new TextEncoder().encode(key.secret) : await importSPKI(publicKey, 'RS256');
  const algorithms = [isOwn ? 'HS256' : 'RS256'];
  return (await jwtVerify(token, trusted, { algorithms, currentDate: new Date(at) })).payload;
};

describe.each([
  ['a server of our own', OWN, { aud: 'podmates', iss: 'podmates', sub: 'meet.example.org' }],
  ['a tenant', TENANT, { aud: 'jitsi', iss: 'chat', sub: 'vpaas-magic-cookie-1' }],
] as const)('a token for %s (row 6.5)', (_what, key, parties) => {
  it('is one that an independent library takes, for one person in one room', async () => {
    expect(await verified(key, tokenFor(key))).toEqual({
      ...parties,
      room: 'room-of-session1',
      nbf: Date.parse('2026-06-01T18:09:00Z') / 1000,
      exp: Date.parse('2026-06-01T19:20:00Z') / 1000,
      context: {
        user: { id: 'person1', name: 'Ana “Ä” <b>', moderator: true, affiliation: 'owner' },
        features: { recording: false, livestreaming: false, transcription: false, 'outbound-call': false },
        room: { regex: false },
      },
    });
  });

  it('makes nobody but the host a moderator', async () => {
    const { context } = await verified(key, tokenFor(key, { isHost: false }));
    expect(context).toMatchObject({ user: { moderator: false, affiliation: 'member' } });
  });

  it('holds from its beginning to its end', async () => {
    const token = tokenFor(key);
    await expect(verified(key, token, '2026-06-01T18:08:00Z')).rejects.toMatchObject({ claim: 'nbf' });
    await expect(verified(key, token, '2026-06-01T19:20:01Z')).rejects.toMatchObject({ code: 'ERR_JWT_EXPIRED' });
  });

  it('is taken by no other key, and not when a letter of it is changed', async () => {
    const other: TokenKey = key.kind === 'secret' ? { ...key, secret: 'another-secret-of-the-same-length' } : OWN;
    await expect(verified(key, tokenFor(other))).rejects.toThrow();
    const [header = '', claims = '', signature = ''] = tokenFor(key).split('.');
    const forged = Buffer.from(claims, 'base64url').toString().replace('room-of-session1', 'room-of-session2');
    const inOtherRoom = [header, Buffer.from(forged).toString('base64url'), signature].join('.');
    await expect(verified(key, inOtherRoom)).rejects.toMatchObject({ code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' });
  });

  it('has nothing of the key in its bytes', () => {
    const bytes = tokenFor(key)
      .split('.')
      .map((part) => Buffer.from(part, 'base64url').toString('latin1'))
      .join();
    expect(bytes).not.toContain(key.kind === 'secret' ? key.secret : 'PRIVATE KEY');
  });
});

describe('a pass', () => {
  it('leads into the tenant’s part of the service', () => {
    expect(roomsOf(TENANT).admit(admission).room).toBe('vpaas-magic-cookie-1/room-of-session1');
    expect(roomsOf(OWN).admit(admission).room).toBe('room-of-session1');
  });

  it('has no token where nobody checks one', () =>
    expect(roomsOf(null).admit(admission)).toEqual({
      domain: 'meet.example.org',
      room: 'room-of-session1',
      jwt: null,
    }));

  it('says in the header which key it was signed with', () => {
    const headerOf = (key: TokenKey): unknown =>
      JSON.parse(Buffer.from(tokenFor(key).split('.')[0] ?? '', 'base64url').toString());
    expect(headerOf(TENANT)).toEqual({ alg: 'RS256', kid: 'vpaas-magic-cookie-1/key7', typ: 'JWT' });
    expect(headerOf(OWN)).toEqual({ alg: 'HS256', typ: 'JWT' });
    const [header, claims, signature] = tokenFor(OWN).split('.');
    const bySecret = createHmac('sha256', 'a-secret-of-thirty-two-characters').update(`${header}.${claims}`);
    expect(signature).toBe(bySecret.digest('base64url'));
  });
});
