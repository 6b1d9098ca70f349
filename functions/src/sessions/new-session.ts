import { type Pod, SCHEMA_VERSION, type Session } from '@podmates/domain';
import { nextMeeting, pausedIds } from '@podmates/domain/pods';
import { agendaFor, newSession, nextSystemChange, videoRoomName } from '@podmates/domain/sessions';
import { causeId, fixedId } from '../store/ids';
import { type UnitOfWork } from '../store/unit-of-work';
import { sendReminderTask, tellOfTimes } from './session-news';

/** People who met do not meet again within this time: a kick-off an evening before the weekly hour replaces it. */
const REST_AFTER_MEETING_MS = 12 * 3_600_000;
/** A pod that cancelled this many coming weeks in a row is not scheduled further by itself. */
const WEEKS_TO_LOOK = 8;
const OVER: readonly Session['state'][] = ['done', 'cancelled', 'no-quorum'];

export const isOver = (session: Pick<Session, 'state'>): boolean => OVER.includes(session.state);

/** A session about to be; written with the unit that read it. */
export interface NewSession {
  readonly session: Session;
  write(cause: string): void;
}

/** One session per pod and instant, so that two causes of the same meeting make one. */
const scheduledId = (podId: string, startsAt: Date): string => fixedId('session', podId, startsAt.toISOString());

/** Whether the server made it, for a weekly meeting or a kick-off, and nobody voted on its time. */
export const isServerScheduled = ({ id, podId, startsAt }: Session): boolean => id === scheduledId(podId, startsAt);

/** The pod's session at this instant as the server schedules it; null when there is one. */
export const readNewSession = async (unit: UnitOfWork, pod: Pod, startsAt: Date): Promise<NewSession | null> => {
  const id = scheduledId(pod.id, startsAt);
  if ((await unit.find(unit.records.sessions.doc(id))) !== null) return null;
  const resting = pausedIds(pod, startsAt);
  const hostId = pod.memberIds.find((id) => !resting.includes(id)) ?? pod.memberIds[0] ?? 'system';
  const { minutes } = pod.meeting;
  const session = newSession({
    id,
    pod,
    startsAt,
    minutes,
    hostId,
    state: 'scheduled',
    roomName: videoRoomName(unit.ids.next),
    now: unit.now,
  });
  return { session, write: (cause) => writeNewSession(unit, session, { actorId: 'system', cause }) };
};

/**
 * The pod's next weekly session after one that has ended; null when the pod has ended or that session exists already.
 * A week whose session was cancelled beforehand is passed over.
 */
export const readNextWeekly = async (unit: UnitOfWork, ended: Session): Promise<NewSession | null> => {
  const pod = await unit.find(unit.records.pods.doc(ended.podId));
  if (pod === null || pod.status === 'ended') return null;
  const hasMet = ended.state === 'done';
  let after = hasMet ? new Date(unit.now.getTime() + REST_AFTER_MEETING_MS) : unit.now;
  for (let week = 0; week < WEEKS_TO_LOOK; week += 1) {
    const startsAt = nextMeeting(pod, after);
    const id = scheduledId(pod.id, startsAt);
    const known = id === ended.id ? ended : await unit.find(unit.records.sessions.doc(id));
    if (known === null) return readNewSession(unit, pod, startsAt);
    if (!isOver(known)) return null;
    after = startsAt;
  }
  return null;
};

/** Saves a new session with its agenda, its audit event and its first task; an agreed one is news for the pod. */
export const writeNewSession = (unit: UnitOfWork, session: Session, by: { actorId: string; cause: string }): void => {
  const { sessions, agenda } = unit.records;
  unit.save(sessions.doc(session.id), session);
  for (const item of agendaFor(session, (n) => `item-${n + 1}`)) unit.save(agenda(session.id).doc(item.id), item);
  unit.audit({
    id: causeId('session-step', session.id, 'v1'),
    entity: sessions.doc(session.id).path,
    from: null,
    to: session.state,
    version: session.version,
    ...by,
  });
  if (session.state === 'scheduled') writeScheduledNews(unit, session);
  tellOfTimes(unit, null, session, by.actorId);
  sendReminderTask(unit, null, session);
  sendNextChange(unit, session);
};

/** What the feed says of a time that stands; one event per session and time. */
export const writeScheduledNews = (unit: UnitOfWork, session: Session, isMoved = false): void => {
  const id = isMoved ? causeId('moved', session.id, `v${session.version}`) : causeId('scheduled', session.id);
  unit.save(unit.records.feed(session.podId).doc(id), {
    id,
    kind: 'session-scheduled',
    memberId: null,
    memberName: null,
    text: `${isMoved ? 'A session moved' : 'Next session'}, ${session.minutes} minutes`,
    startsAt: session.startsAt,
    at: unit.now,
    schemaVersion: SCHEMA_VERSION,
  });
};

/** A task for what time alone will do next; each version of a session sends its own, and the older ones find nothing. */
export const sendNextChange = (unit: UnitOfWork, session: Session): void => {
  const runAt = nextSystemChange(session);
  if (runAt === null) return;
  unit.send(causeId('advance-session', session.id, `v${session.version}`), {
    kind: 'task',
    task: 'advance-session',
    subjectId: session.id,
    runAt,
  });
};
