import { Id, VideoRoomName } from '@podmates/domain';
import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { type Delivery, DeliveryRefused, type VideoNews } from '../video-rooms';

/** How far the stamp of a signature may lie from now, to either side. */
const TOLERANCE_MS = 5 * 60_000;
/** An event is a few hundred bytes. */
const MOST_BYTES = 64 * 1024;
const LONGEST_HEADER = 1000;
/** Two while a secret is being replaced. */
const MOST_SIGNATURES = 4;
const DIGEST_BYTES = 32;
/** What is told later than this changes nobody's attendance any more. */
const OLDEST_MS = 14 * 24 * 3_600_000;

const KINDS = { PARTICIPANT_JOINED: 'joined', PARTICIPANT_LEFT: 'left' } as const;
const isKnown = (type: string): type is keyof typeof KINDS => Object.hasOwn(KINDS, type);

const Event = z.object({
  idempotencyKey: Id,
  eventType: z.string().max(100),
  timestamp: z.number().int().min(0).max(8.64e15),
  fqn: z.string().max(300),
  data: z.looseObject({}).optional(),
});

/**
 * Reads a webhook request of JaaS: `X-Jaas-Signature: t=<seconds>,v1=<base64>`, where the signature is the HMAC-SHA256
 * of `<seconds>.<body>` (developer.8x8.com/jaas/docs/webhooks-signatures). Null: an event of another kind, or of
 * somebody who entered without our token. @throws DeliveryRefused
 */
export function readDelivery(secret: string, { rawBody, signature, now }: Delivery): VideoNews | null {
  if (rawBody.byteLength > MOST_BYTES) throw new DeliveryRefused(413, 'the body is too large');
  checkSignature(secret, rawBody, signature, now);
  const event = Event.safeParse(jsonOf(rawBody));
  if (!event.success)
    throw new DeliveryRefused(400, `the event is wrong in ${event.error.issues[0]?.path.join('.') || 'whole'}`);
  const { idempotencyKey, eventType, timestamp, fqn, data } = event.data;
  if (timestamp > now.getTime() + TOLERANCE_MS) throw new DeliveryRefused(400, 'the event is wrong in timestamp');
  const roomName = VideoRoomName.safeParse(fqn.slice(fqn.lastIndexOf('/') + 1));
  const personId = Id.safeParse(data?.['id']);
  if (!isKnown(eventType) || !roomName.success || !personId.success) return null;
  if (timestamp < now.getTime() - OLDEST_MS) return null;
  return {
    id: idempotencyKey,
    kind: KINDS[eventType],
    roomName: roomName.data,
    personId: personId.data,
    at: new Date(timestamp),
  };
}

function checkSignature(secret: string, rawBody: Uint8Array, header: string | undefined, now: Date): void {
  const refused = (problem: string) => new DeliveryRefused(401, problem);
  if (!header || header.length > LONGEST_HEADER) throw refused('there is no signature');
  const parts = header.split(',').map((part) => part.trim());
  const valuesOf = (name: string) =>
    parts.filter((part) => part.startsWith(`${name}=`)).map((part) => part.slice(name.length + 1));
  const [stamp, ...others] = valuesOf('t');
  if (stamp === undefined || others.length > 0 || !/^[1-9]\d{9}$/.test(stamp)) throw refused('the stamp is not one');
  const expected = createHmac('sha256', secret).update(`${stamp}.`).update(rawBody).digest();
  const isOurs = valuesOf('v1')
    .slice(0, MOST_SIGNATURES)
    .map((value) => Buffer.from(value, 'base64'))
    .some((given) => given.byteLength === DIGEST_BYTES && timingSafeEqual(given, expected));
  if (!isOurs) throw refused('the signature is of something else');
  if (Math.abs(now.getTime() - Number(stamp) * 1000) > TOLERANCE_MS) throw refused('the stamp is not of now');
}

function jsonOf(rawBody: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(rawBody)) as unknown;
  } catch {
    throw new DeliveryRefused(400, 'the body is not JSON');
  }
}
