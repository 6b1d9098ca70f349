import {
  type NoteKind,
  notesPath,
  messagesPath,
  SCHEMA_VERSION,
  type Session,
  type SessionCommand,
  type Slot,
} from '@podmates/domain';
import { sortAgenda } from '@podmates/domain/sessions';
import { addDays, instantAt } from '@podmates/domain/time';
import { type Firestore } from 'firebase-admin/firestore';
import { type Desks } from '../../../functions/src/runtime/desks';
import { closesAt } from '../../../functions/src/sprints/sprint-desk';
import { type Records } from '../../../functions/src/store/records';
import { demoPlan } from '../people/cast';
import { chance, pick } from '../people/choices';
import { checkInTime, demoCheckIn } from '../people/checking-in';
import { CHEERS, HELLOS, NOTES } from '../people/words';
import { type SteeredClock } from './steered-ports';

const MINUTE_MS = 60_000;
const LATEST_CHEER_SHARE = 0.3;
const NEXT_SPRINT_AT = '06:00';

export interface PodHistory {
  readonly db: Firestore;
  readonly records: Records;
  readonly desks: Desks;
  readonly clock: SteeredClock;
  readonly present: Date;
  readonly seed: number;
  readonly podId: string;
  readonly memberIds: readonly string[];
}

interface Happening {
  readonly at: Date;
  readonly happen: () => Promise<void>;
}

/** Lives through a pod's weeks in order of time: check-ins, slots that close unused, and weekly sessions. */
export async function liveThrough(history: PodHistory): Promise<void> {
  const slots = await Promise.all(history.memberIds.map((id) => slotsOf(history, id)));
  const ahead = slots.flat().map((slot) => slotHappening(history, slot));
  ahead.push(...history.memberIds.map((id, n) => helloOf(history, id, n, ahead[0]?.at ?? history.present)));
  ahead.push(...(await sessionHappenings(history)));
  ahead.push(...(await Promise.all(history.memberIds.map((id) => nextSprintOf(history, id, ahead)))));
  while (ahead.length > 0) {
    ahead.sort((a, b) => a.at.getTime() - b.at.getTime());
    const next = ahead.shift();
    if (!next || next.at > history.present) return;
    history.clock.set(next.at);
    await next.happen();
    if (ahead.every((other) => !('isSession' in other))) ahead.push(...(await sessionHappenings(history)));
  }
}

const slotsOf = async ({ records }: PodHistory, memberId: string): Promise<Slot[]> =>
  (await records.slots.where('memberId', '==', memberId).get()).docs.map((found) => found.data());

/** Closing a slot that was used changes nothing, so that only the others are closed: most of them need no second step. */
function slotHappening(history: PodHistory, slot: Slot): Happening {
  const { desks, seed } = history;
  const at = checkInTime(slot, seed);
  if (!at) return { at: closesAt(slot), happen: () => desks.streaks.closeSlot(slot.id) };
  const checkIn = async () => {
    await desks.checkins.checkIn(slot.memberId, demoCheckIn(slot, seed, at));
    if (chance(seed, 'cheer', slot.id) < LATEST_CHEER_SHARE)
      await say(history, slot.memberId, `done-${slot.seq}`, CHEERS, at);
  };
  return { at, happen: checkIn };
}

/** On the morning after a sprint's last day its member begins the next one; its slots join what lies ahead. */
async function nextSprintOf(history: PodHistory, memberId: string, ahead: Happening[]): Promise<Happening> {
  const { desks, records } = history;
  const running = await records.sprints.where('memberId', '==', memberId).where('status', '==', 'active').get();
  const [sprint] = running.docs.map((found) => found.data());
  if (!sprint) throw new Error(`${memberId} has no sprint to follow.`);
  const { timeZone, track } = sprint;
  return {
    at: instantAt(addDays(sprint.endsOn, 1), NEXT_SPRINT_AT, timeZone, 'start'),
    happen: async () => {
      await desks.sprints.complete(sprint.id);
      const plan = demoPlan({ track, timeZone, isWide: false, mutationId: 'second' });
      const { sprintId } = await desks.sprints.start(memberId, plan);
      const slots = (await slotsOf(history, memberId)).filter((slot) => slot.sprintId === sprintId);
      ahead.push(...slots.map((slot) => slotHappening(history, slot)));
    },
  };
}

const helloOf = (history: PodHistory, memberId: string, n: number, first: Date): Happening => {
  const at = new Date(first.getTime() - (6 - n) * 20 * MINUTE_MS);
  return { at, happen: () => say(history, memberId, 'hello', HELLOS, at) };
};

async function say(
  { db, podId, seed, memberIds }: PodHistory,
  authorId: string,
  name: string,
  words: readonly [string, ...string[]],
  sentAt: Date,
): Promise<void> {
  const text = pick(words, seed, podId, authorId, name);
  await db.doc(`${messagesPath(podId)}/${name}-${authorId}`).set({
    authorId,
    readerIds: memberIds,
    text,
    sentAt,
    schemaVersion: SCHEMA_VERSION,
  });
}

/** The steps of the pod's next session, if all of it lies in the past; the one that does not waits for the present. */
async function sessionHappenings(history: PodHistory): Promise<(Happening & { isSession: true })[]> {
  const scheduled = await history.records.sessions
    .where('podId', '==', history.podId)
    .where('state', '==', 'scheduled')
    .get();
  const session = scheduled.docs.map((found) => found.data())[0];
  if (!session || endOf(session) > history.present) return [];
  const items = (await history.records.agenda(session.id).get()).docs.map((found) => found.data());
  const minute = (m: number) => new Date(session.startsAt.getTime() + m * MINUTE_MS);
  const step = (m: number, memberId: string, command: SessionCommand) => ({
    at: minute(m),
    isSession: true as const,
    happen: () => commandNow(history, session.id, memberId, command),
  });
  const [host = '', ...others] = history.memberIds;
  let start = 0;
  const steps = sortAgenda(items).map((item, n) => {
    const at = start;
    start += item.minutes;
    return n === 0 ? step(0, host, { kind: 'start' }) : step(at, host, { kind: 'go-to-item', itemId: item.id });
  });
  return [
    { at: minute(-10), isSession: true, happen: () => history.desks.sessions.advance(session.id) },
    ...[host, ...others].map((id, n) => step(n - 6, id, { kind: 'join' })),
    ...steps,
    ...notesOf(history, session, minute),
    step(session.minutes - 3, host, { kind: 'wrap' }),
    step(session.minutes, host, { kind: 'finish' }),
    // Its task lies in the past, and is not carried out by itself.
    { at: minute(session.minutes + 1), isSession: true, happen: () => history.desks.coach.run(session.id) },
  ];
}

const endOf = (session: Session) => new Date(session.startsAt.getTime() + (session.minutes + 1) * MINUTE_MS);

async function commandNow(
  { desks, records }: PodHistory,
  sessionId: string,
  memberId: string,
  command: SessionCommand,
): Promise<void> {
  const expectedVersion = (await records.sessions.doc(sessionId).get()).data()?.version ?? 1;
  await desks.sessions.command(memberId, {
    sessionId,
    commandId: `${memberId}-${command.kind}-${expectedVersion}`,
    expectedVersion,
    command,
  });
}

/** One note each, some minutes in; written as its author would, without the way over the rules. */
const notesOf = ({ db, memberIds, seed }: PodHistory, session: Session, minute: (m: number) => Date) =>
  memberIds.map((authorId, n) => {
    const at = minute(12 + n);
    const kind: NoteKind = pick(['win', 'block', 'next'], seed, session.id, authorId);
    const text = pick(NOTES[kind], seed, 'text', session.id, authorId);
    return {
      at,
      isSession: true as const,
      happen: async () => {
        const note = { authorId, readerIds: session.memberIds, kind, text, writtenAt: at };
        await db.doc(`${notesPath(session.id)}/note-${authorId}`).set(note);
      },
    };
  });
