import { createHmac, createPrivateKey, sign } from 'node:crypto';
import { type Admission } from '../video-rooms';

/** How a Jitsi server knows our tokens: by a secret of our own server, or by the key of a tenant at JaaS. */
export type TokenKey =
  | { readonly kind: 'secret'; readonly appId: string; readonly secret: string }
  | { readonly kind: 'tenant'; readonly tenant: string; readonly keyId: string; readonly privateKey: string };

/** Everything that a service could do with what is said and seen; none of it is wanted. */
const NO_FEATURES = { recording: false, livestreaming: false, transcription: false, 'outbound-call': false };

const seconds = (instant: Date): number => Math.floor(instant.getTime() / 1000);
const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

/** A token (RFC 7519) for one person in one room, between two instants. */
export function signToken(key: TokenKey, domain: string, p: Admission): string {
  const header = key.kind === 'secret' ? { alg: 'HS256' } : { alg: 'RS256', kid: `${key.tenant}/${key.keyId}` };
  const parties =
    key.kind === 'secret'
      ? { aud: key.appId, iss: key.appId, sub: domain }
      : { aud: 'jitsi', iss: 'chat', sub: key.tenant };
  const user = {
    id: p.personId,
    name: p.displayName,
    moderator: p.isHost,
    affiliation: p.isHost ? 'owner' : 'member',
  };
  const claims = {
    ...parties,
    room: p.roomName,
    nbf: seconds(p.from),
    exp: seconds(p.until),
    context: { user, features: NO_FEATURES, room: { regex: false } },
  };
  const signed = `${encoded({ ...header, typ: 'JWT' })}.${encoded(claims)}`;
  return `${signed}.${signatureOf(signed, key)}`;
}

const signatureOf = (text: string, key: TokenKey): string =>
  key.kind === 'secret'
    ? createHmac('sha256', key.secret).update(text).digest('base64url')
    : sign('sha256', Buffer.from(text), createPrivateKey(key.privateKey)).toString('base64url');
