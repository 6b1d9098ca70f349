import { type MemberCard, type Pod, type Session } from '@podmates/domain';
import { nextMeeting, notWaitedFor } from '@podmates/domain/pods';
import {
  cancelledSession,
  nextSystemChange,
  sessionWith,
  sessionWithAway,
  sessionWithout,
  withPauses,
} from '@podmates/domain/sessions';
import { type BeatsRead, readBeatsOf, writePartings } from '../attendance/partings';
import { isOver, isServerScheduled, readNewSession, sendNextChange } from '../sessions/new-session';
import { sendReminderTask, tellOfTimes } from '../sessions/session-news';
import { causeId } from '../store/ids';
import { type UnitOfWork } from '../store/unit-of-work';
import { type By } from './pod-case';

const OPEN: readonly Session['state'][] = ['draft', 'scheduled', 'lobby', 'live', 'wrap'];
/** While these last, members beat. */
const INSIDE: readonly Session['state'][] = ['lobby', 'live', 'wrap'];
/** Time to hear of a meeting before it begins. */
const NOTICE_MS = 30 * 60_000;

/** The sessions of a pod after people came or went; written with the unit that read them. */
export interface SessionChanges {
  write(by: By): void;
}

/**
 * Every session that is not over, without those who went and with those who came, and the next one where none is left.
 * Votes that waited for somebody who is away are settled.
 */
export const readSessionChanges = async (
  unit: UnitOfWork,
  p: { before: Pod; after: Pod; goneIds: readonly string[]; come: readonly MemberCard[] },
): Promise<SessionChanges> => {
  const { sessions } = unit.records;
  const { before, after } = p;
  const open = await unit.list(sessions.where('podId', '==', before.id).where('state', 'in', OPEN));
  const changes = open.map((session) => ({ session, changed: changedFor(session, p, unit.now) }));
  const parted = await Promise.all(changes.map((change) => readParted(unit, change, p.goneIds)));
  const isAhead = changes.some(({ changed }) => changed.state === 'scheduled');
  const isMeeting = after.status === 'active' && p.come.length > 0 && !isAhead;
  const next = isMeeting
    ? await readNewSession(unit, after, nextMeeting(after, new Date(unit.now.getTime() + NOTICE_MS)))
    : null;
  return {
    write: (by) => {
      for (const { session, changed } of changes) if (changed !== session) save(unit, session, changed, by);
      for (const { sessionId, seen } of parted) writePartings(unit, sessionId, seen);
      next?.write(by.cause);
    },
  };
};

/** No vote waits for them from now on. */
export const areMoreAway = (before: Pod, after: Pod, now: Date): boolean => {
  const known = notWaitedFor(before, now);
  return notWaitedFor(after, now).some((id) => !known.includes(id));
};

/** Somebody who stays has other days off. */
export const arePausesOther = (before: Pod, after: Pod): boolean =>
  after.cards.some(({ id, pauses }) => {
    const known = before.cards.find((card) => card.id === id);
    return known !== undefined && JSON.stringify(known.pauses) !== JSON.stringify(pauses);
  });

/** The beats that may not go on: of those who went, or of everybody when that ended the session. */
async function readParted(
  unit: UnitOfWork,
  { session, changed }: { session: Session; changed: Session },
  goneIds: readonly string[],
): Promise<{ sessionId: string; seen: BeatsRead }> {
  const lastIds = isOver(changed) ? [] : changed.memberIds;
  const ids = session.memberIds.filter((id) => goneIds.includes(id) || !lastIds.includes(id));
  const isInside = INSIDE.includes(session.state) && changed !== session;
  return { sessionId: session.id, seen: await readBeatsOf(unit, session.id, isInside ? ids : []) };
}

const hasMoved = (before: Pod, after: Pod): boolean =>
  before.timeZone !== after.timeZone ||
  before.meeting.weekday !== after.meeting.weekday ||
  before.meeting.time !== after.meeting.time;

/** At a new weekly time, what the server had scheduled at the old one is cancelled; what the pod agreed to stands. */
function changedFor(
  session: Session,
  p: { before: Pod; after: Pod; goneIds: readonly string[]; come: readonly MemberCard[] },
  now: Date,
): Session {
  const awayIds = notWaitedFor(p.after, now);
  const stay = sessionWithout(session, p.goneIds, { now, awayIds });
  const rest = areMoreAway(p.before, p.after, now) ? sessionWithAway(stay, { now, awayIds }) : stay;
  const isElsewhen = hasMoved(p.before, p.after);
  if (isElsewhen && rest.state === 'scheduled' && isServerScheduled(rest)) return cancelledSession(rest);
  return withPausesOf(p.after, p.come.reduce(sessionWith, rest), session);
}

/** As `withPauses`, one version on where nothing else has changed the session. */
function withPausesOf(pod: Pod, session: Session, before: Session): Session {
  const after = withPauses(session, pod);
  return after === session || session !== before ? after : { ...after, version: before.version + 1 };
}

function save(unit: UnitOfWork, before: Session, after: Session, by: By): void {
  const { sessions } = unit.records;
  unit.save(sessions.doc(after.id), after);
  unit.audit({
    id: causeId('session-step', after.id, `v${after.version}`),
    entity: sessions.doc(after.id).path,
    from: before.state,
    to: after.state,
    version: after.version,
    ...by,
  });
  tellOfTimes(unit, before, after, by.actorId);
  sendReminderTask(unit, before, after);
  if (nextSystemChange(after)?.getTime() !== nextSystemChange(before)?.getTime()) sendNextChange(unit, after);
}
