import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { LOCAL_VIDEO } from './local-video';

const Claims = z.object({
  aud: z.literal(LOCAL_VIDEO.appId),
  iss: z.literal(LOCAL_VIDEO.appId),
  room: z.string(),
  nbf: z.number(),
  exp: z.number(),
  context: z.object({ user: z.object({ id: z.string(), name: z.string(), moderator: z.boolean() }) }),
});

/** Whom a token lets into a room. */
export interface Admitted {
  readonly personId: string;
  readonly name: string;
  readonly isModerator: boolean;
}

/** Who comes with this token into this room now; null for nobody, as a Jitsi server decides it. */
export function verifyToken(token: string, room: string, now: Date): Admitted | null {
  const [header = '', claims = '', signature = '', ...more] = token.split('.');
  const expected = createHmac('sha256', LOCAL_VIDEO.appSecret).update(`${header}.${claims}`).digest();
  const given = Buffer.from(signature, 'base64url');
  if (more.length > 0 || given.byteLength !== expected.byteLength || !timingSafeEqual(given, expected)) return null;
  const read = Claims.safeParse(JSON.parse(Buffer.from(claims, 'base64url').toString()));
  if (!read.success || read.data.room !== room) return null;
  const at = now.getTime() / 1000;
  if (at < read.data.nbf || at >= read.data.exp) return null;
  const { id, name, moderator } = read.data.context.user;
  return { personId: id, name, isModerator: moderator };
}
