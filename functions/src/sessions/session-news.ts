import { type OutboxEffect, type Session } from '@podmates/domain';
import {
  firstReminderAt,
  isTooFew,
  remindedIds,
  type Reminder,
  reminderDue,
  REMINDERS,
  remindersDelivered,
} from '@podmates/domain/sessions';
import { causeId } from '../store/ids';
import { type UnitOfWork } from '../store/unit-of-work';

type NotifiedEvent = Extract<OutboxEffect, { kind: 'notify' }>['event'];

/** A reminder that is due and was not sent; written with the unit that looked. */
export interface DueReminder {
  write(): void;
}

/**
 * The reminder that is due for the session's own time, unless its mark is there. Mark and messages carry the time, so
 * that a session that moved reminds again, and none is sent for a time that it has left.
 */
export const readReminder = async (unit: UnitOfWork, session: Session): Promise<DueReminder | null> => {
  const event = reminderDue(session, unit.now);
  if (event === null) return null;
  const { auditEvents, sessions } = unit.records;
  const time = `${session.startsAt.getTime()}`;
  const markId = causeId('reminded', session.id, event, time);
  if ((await unit.find(auditEvents.doc(markId))) !== null) return null;
  return {
    write: () => {
      unit.audit({
        id: markId,
        actorId: 'system',
        entity: sessions.doc(session.id).path,
        from: session.state,
        to: session.state,
        version: session.version,
        cause: event,
      });
      for (const memberId of remindedIds(session)) tell(unit, { event, session, memberId, cause: time });
    },
  };
};

const REMINDER_KINDS = Object.keys(REMINDERS) as Reminder[];

/** Of each member whether a reminder of the session's time left the outbox for them before it began. */
export const readRemindersDelivered = async (unit: UnitOfWork, session: Session): Promise<Record<string, boolean>> => {
  const time = `${session.startsAt.getTime()}`;
  const ids = session.memberIds.flatMap((memberId) =>
    REMINDER_KINDS.map((event) => noticeId({ event, session, memberId, cause: time })),
  );
  const entries = await unit.several(ids.map((id) => unit.records.outbox.doc(id)));
  const sent = entries.flatMap(({ effect, state, sentAt }) =>
    effect.kind === 'notify' && state === 'sent' ? [{ memberId: effect.memberId, at: sentAt ?? session.startsAt }] : [],
  );
  return remindersDelivered(session, sent);
};

/** A task for the first reminder at the time that the session has from now on; those of earlier times find nothing. */
export const sendReminderTask = (unit: UnitOfWork, before: Session | null, after: Session): void => {
  const isSameTime = before?.state === 'scheduled' && before.startsAt.getTime() === after.startsAt.getTime();
  const runAt = firstReminderAt(after, unit.now);
  if (isSameTime || runAt === null) return;
  unit.send(causeId('remind-session', after.id, `v${after.version}`), {
    kind: 'task',
    task: 'remind-session',
    subjectId: after.id,
    runAt,
  });
};

/**
 * Tells everybody but whoever did it, and who is on a pause then, of a vote that has begun, a session that moved, and
 * one that is called off.
 */
export const tellOfTimes = (unit: UnitOfWork, before: Session | null, after: Session, actorId: string): void => {
  const event = newsOf(before, after);
  if (event === null) return;
  const cause = `v${after.version}`;
  for (const memberId of after.memberIds)
    if (memberId !== actorId && !after.pausedIds.includes(memberId))
      tell(unit, { event, session: after, memberId, cause });
};

function newsOf(before: Session | null, after: Session): NotifiedEvent | null {
  if (before === null) return after.state === 'draft' || after.move ? 'time-proposed' : null;
  if (before.startsAt.getTime() !== after.startsAt.getTime()) return 'session-moved';
  if (before.move === null && after.move !== null) return 'time-proposed';
  const isOff = after.state === 'cancelled' && before.state !== 'cancelled';
  return isOff && before.state !== 'draft' && isTooFew(after) ? 'session-off' : null;
}

/** `cause` tells one event about the same session from the next. */
interface Notice {
  readonly event: NotifiedEvent;
  readonly session: Session;
  readonly memberId: string;
  readonly cause: string;
}

const noticeId = ({ event, session, cause, memberId }: Notice): string => causeId(event, session.id, cause, memberId);

function tell(unit: UnitOfWork, notice: Notice): void {
  const { event, session, memberId } = notice;
  unit.send(noticeId(notice), {
    kind: 'notify',
    memberId,
    event,
    subjectId: session.id,
  });
}
