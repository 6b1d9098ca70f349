import { PATHS } from '@podmates/domain';
import { type Firestore, type Timestamp } from 'firebase-admin/firestore';
import * as z from 'zod';

const LOBBY_MS = 10 * 60_000;
const FARTHEST_MS = 120 * 24 * 3_600_000;

/** What the clock can be asked: to an instant (ISO 8601), by minutes, or to a member's next session or slot. */
export const ClockMove = z.union([
  z.object({ to: z.iso.datetime() }),
  z.object({ by: z.number().positive() }),
  z.object({ toNextSession: z.literal(true), memberId: z.string().optional() }),
  z.object({ toNextSlot: z.literal(true), memberId: z.string().optional() }),
]);
export type ClockMove = z.infer<typeof ClockMove>;

/** Asked for something that cannot be; the message is for the person at the desk. */
export class MoveRefused extends Error {
  override readonly name = 'MoveRefused';
}

/** The instant a move leads to. @throws MoveRefused when there is none, or it lies too far ahead */
export async function aimOf(move: ClockMove, p: { db: Firestore; now: Date }): Promise<Date> {
  const aim = await findAim(move, p);
  if (aim.getTime() - p.now.getTime() > FARTHEST_MS) throw new MoveRefused('That is more than 120 days ahead.');
  return aim;
}

async function findAim(move: ClockMove, { db, now }: { db: Firestore; now: Date }): Promise<Date> {
  if ('to' in move) return new Date(move.to);
  if ('by' in move) return new Date(now.getTime() + move.by * 60_000);
  const memberId = move.memberId ?? (await newestVisitor(db));
  return 'toNextSession' in move ? nextSession(db, memberId, now) : nextSlot(db, memberId, now);
}

async function newestVisitor(db: Firestore): Promise<string> {
  const visitors = await db
    .collection(PATHS.members)
    .where('isDemo', '==', false)
    .orderBy('createdAt', 'desc')
    .limit(1)
    .get();
  const found = visitors.docs[0];
  if (!found) throw new MoveRefused('Nobody has signed in yet.');
  return found.id;
}

/** Ten minutes before it starts, when its lobby opens; now, when it is open already. */
async function nextSession(db: Firestore, memberId: string, now: Date): Promise<Date> {
  const mine = await db.collection(PATHS.sessions).where('memberIds', 'array-contains', memberId).get();
  const starts = mine.docs
    .filter((session) => ['scheduled', 'lobby'].includes(session.get('state') as string))
    .map((session) => (session.get('startsAt') as Timestamp).toMillis())
    .sort((a, b) => a - b);
  const first = starts[0];
  if (first === undefined) throw new MoveRefused('No session is scheduled for this person yet.');
  return new Date(Math.max(first - LOBBY_MS, now.getTime()));
}

async function nextSlot(db: Firestore, memberId: string, now: Date): Promise<Date> {
  const next = await db
    .collection(PATHS.slots)
    .where('memberId', '==', memberId)
    .where('startsAt', '>', now)
    .orderBy('startsAt')
    .limit(1)
    .get();
  const slot = next.docs[0];
  if (!slot) throw new MoveRefused('This person has no further slot.');
  return (slot.get('startsAt') as Timestamp).toDate();
}
