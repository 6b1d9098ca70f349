import {
  type AgendaItem,
  type CallableInput,
  type CallableOutput,
  DomainError,
  SCHEMA_VERSION,
  type Session,
  type SessionCommand,
} from '@podmates/domain';
import { mayProposeExtra } from '@podmates/domain/attendance';
import { notWaitedFor } from '@podmates/domain/pods';
import {
  advanceBySystem,
  applyCommand,
  checkCompany,
  comesIn,
  FARTHEST_SESSION_MS,
  inRoom,
  inVideo,
  newSession,
  nextDueAt,
  nextSystemChange,
  videoRoomName,
  withPauses,
} from '@podmates/domain/sessions';
import { startCoach } from '../coach/coach-start';
import { readPlannedAgenda } from '../coach/session-agenda';
import { readEnding } from '../attendance/session-ending';
import { readPings, sendWaiting } from '../attendance/waiting';
import { relationsOf } from '../matching/relation-records';
import { eachApart } from '../runtime/defects';
import { type Ports } from '../runtime/ports';
import { readExcused } from '../safety/excused';
import { causeId, fixedId } from '../store/ids';
import { recordsOf } from '../store/records';
import { type UnitOfWork, commit, isThereAlready } from '../store/unit-of-work';
import { readReminder, sendReminderTask, tellOfTimes } from './session-news';
import { readRoomPeople } from './room-people';
import { proposeInstead } from './proposed-instead';
import { suggestTimes } from './time-suggestions';
import { isOver, readNextWeekly, sendNextChange, writeNewSession, writeScheduledNews } from './new-session';

/** Proposals that a pod votes on at a time: enough to choose from, and few enough to read. */
const MOST_OPEN_PROPOSALS = 5;
const VOTES: readonly SessionCommand['kind'][] = ['agree', 'decline', 'propose-move', 'answer-move'];
/** The first reminder is an hour before; the sweep looks a little further. */
const SWEEP_AHEAD_MS = 65 * 60_000;
const SWEEP_EVERY_MINUTES = 5;
const SWEEP_LIMIT = 200;

/** Sessions: proposed, commanded by their members, advanced by time. */
export class SessionDesk {
  constructor(private readonly ports: Ports) {}

  /** Proposes a time to the pod; the same `clientMutationId` gives the same session. */
  propose(memberId: string, input: CallableInput<'proposeSession'>): Promise<{ sessionId: string }> {
    const sessionId = fixedId('proposed-session', input.podId, memberId, input.clientMutationId);
    return commit(this.ports, async (unit) => {
      const pod = await unit.find(unit.records.pods.doc(input.podId));
      if (pod === null || !pod.memberIds.includes(memberId))
        throw new DomainError('not-found', 'There is no such pod of yours.');
      if ((await unit.find(unit.records.sessions.doc(sessionId))) !== null) return { sessionId };
      const record = await unit.find(unit.records.attendanceRecords.doc(memberId));
      if (record && !mayProposeExtra(record, unit.now))
        throw new DomainError(
          'failed-precondition',
          'For now the weekly session comes first. After the next ones you can propose more.',
        );
      const startsAt = new Date(input.startsAt);
      if (startsAt.getTime() - unit.now.getTime() > FARTHEST_SESSION_MS)
        throw new DomainError('invalid-argument', 'That is too far ahead.', [
          { path: 'startsAt', message: 'is more than 60 days ahead' },
        ]);
      const open = await unit.list(
        unit.records.sessions.where('podId', '==', pod.id).where('state', '==', 'draft').limit(MOST_OPEN_PROPOSALS),
      );
      if (open.length >= MOST_OPEN_PROPOSALS)
        throw new DomainError('resource-exhausted', 'Your pod has five times to vote on. Please answer those first.');
      if (input.insteadOf !== undefined)
        return proposeInstead(unit, { pod, memberId, startsAt: input.startsAt, insteadOf: new Date(input.insteadOf) });
      const session = newSession({
        id: sessionId,
        pod,
        startsAt,
        minutes: input.minutes,
        hostId: memberId,
        state: 'draft',
        proposedBy: memberId,
        roomName: videoRoomName(unit.ids.next),
        now: unit.now,
      });
      writeNewSession(unit, session, { actorId: memberId, cause: 'proposeSession' });
      return { sessionId };
    });
  }

  /**
   * Carries out a command once: its audit event is the mark that it was, and repeats get its version again.
   * @throws DomainError `not-found`; `aborted` on a stale version; and what the session refuses
   */
  async command(memberId: string, input: CallableInput<'commandSession'>): Promise<{ version: number }> {
    const markId = causeId('session', input.sessionId, input.commandId);
    try {
      return await this.carryOut(memberId, input, markId);
    } catch (error) {
      // A repeat is refused, or its mark is there already; it is looked for then alone, as most commands are no repeat.
      if (!(error instanceof DomainError) && !isThereAlready(error)) throw error;
      const mark = (await recordsOf(this.ports.db).auditEvents.doc(markId).get()).data();
      if (mark?.actorId !== memberId) throw error;
      return { version: mark.version };
    }
  }

  private carryOut(
    memberId: string,
    input: CallableInput<'commandSession'>,
    markId: string,
  ): Promise<{ version: number }> {
    return commit(this.ports, async (unit) => {
      const { sessions } = unit.records;
      const before = await unit.find(sessions.doc(input.sessionId));
      if (before === null || !before.memberIds.includes(memberId))
        throw new DomainError('not-found', 'There is no such session of yours.');
      if (before.version !== input.expectedVersion)
        throw new DomainError('aborted', 'The session has moved on. Please look again.');
      if (comesIn(before, input.command.kind, memberId)) await checkRoom(unit, before, memberId);
      const items = await readItems(unit, before.id, input.command);
      const awayIds = VOTES.includes(input.command.kind) ? await readAwayIds(unit, before) : [];
      const after = applyCommand(before, input.command, { actorId: memberId, items, awayIds, now: unit.now });
      const consequences = await readConsequences(unit, this.ports, { before, after, actorId: memberId });
      if (after !== before) unit.save(sessions.doc(after.id), consequences.session);
      auditStep(unit, { markId, before, after, actorId: memberId, cause: `commandSession ${input.command.kind}` });
      consequences.write();
      return { version: after.version };
    });
  }

  /** Does what time has brought about since, reminders included; nothing due, over or gone: nothing happens. */
  advance(sessionId: string): Promise<void> {
    return commit(this.ports, async (unit) => {
      const { sessions } = unit.records;
      const first = await unit.find(sessions.doc(sessionId));
      if (first === null) return;
      const steps = stepsDue(first, unit.now, isVotedOn(first) ? await readAwayIds(unit, first) : []);
      const last = steps.at(-1) ?? first;
      const consequences = await readConsequences(unit, this.ports, {
        before: first,
        after: last,
        actorId: 'system',
      });
      if (last !== first) unit.save(sessions.doc(sessionId), consequences.session);
      steps.forEach((after, n) =>
        auditStep(unit, {
          markId: causeId('session-step', sessionId, `v${after.version}`),
          before: steps[n - 1] ?? first,
          after,
          actorId: 'system',
          cause: 'advanceSession',
        }),
      );
      consequences.write();
    });
  }

  /** A few times that the pod could meet at, fairest first. @throws DomainError `not-found` when it is not theirs */
  suggest(memberId: string, input: CallableInput<'suggestTimes'>): Promise<CallableOutput<'suggestTimes'>> {
    return commit(this.ports, (unit) => suggestTimes(unit, memberId, input));
  }

  /**
   * Advances every session that may be due; what has no task, or whose task was lost, is found here. Once an hour also
   * those that begin soon and were last written by an older build, which stored no `dueAt`.
   */
  async sweep(): Promise<void> {
    const now = await this.ports.clock.now();
    const { sessions } = recordsOf(this.ports.db);
    const due = await sessions.where('dueAt', '<=', now).orderBy('dueAt').limit(SWEEP_LIMIT).select().get();
    const near = now.getUTCMinutes() < SWEEP_EVERY_MINUTES ? await this.readNear(now) : [];
    const late = near.filter((session) => (nextDueAt(session) ?? now) <= now).map(({ id }) => id);
    const ids = new Set([...due.docs.map(({ id }) => id), ...late]);
    await eachApart('sessions.sweep', [...ids], (id) => this.advance(id));
  }

  private async readNear(now: Date): Promise<Session[]> {
    const near = recordsOf(this.ports.db)
      .sessions.where('state', 'in', ['draft', 'scheduled', 'lobby', 'live', 'wrap'])
      .where('startsAt', '<=', new Date(now.getTime() + SWEEP_AHEAD_MS))
      .orderBy('startsAt');
    return (await near.limit(SWEEP_LIMIT).get()).docs.map((found) => found.data());
  }
}

/** What the command is about: of a whole agenda only the start needs to know. */
async function readItems(unit: UnitOfWork, sessionId: string, command: SessionCommand): Promise<AgendaItem[]> {
  const agenda = unit.records.agenda(sessionId);
  if (command.kind === 'start') return unit.list(agenda);
  return command.kind === 'go-to-item' ? unit.several([agenda.doc(command.itemId)]) : [];
}

function stepsDue(session: Session, now: Date, awayIds: readonly string[]): Session[] {
  const steps: Session[] = [];
  const stepFrom = (sofar: Session) => advanceBySystem(sofar, now, awayIds);
  for (let next = stepFrom(session); next !== null; next = stepFrom(next)) steps.push(next);
  return steps;
}

const isVotedOn = (session: Session): boolean => session.state === 'draft' || session.move !== null;

/** @throws DomainError `failed-precondition`, as every refusal to join, while somebody kept apart is in the room */
async function checkRoom(unit: UnitOfWork, session: Session, memberId: string): Promise<void> {
  const { beats, presentIds, events } = await readRoomPeople(unit, session, memberId);
  const roomIds = inRoom(session, { presentIds, inVideoIds: inVideo(events), beats, now: unit.now });
  checkCompany(memberId, roomIds, await relationsOf(unit, session.memberIds));
}

/** For whom no vote of the pod waits. */
const readAwayIds = async (unit: UnitOfWork, { podId }: Session): Promise<readonly string[]> => {
  const pod = await unit.find(unit.records.pods.doc(podId));
  return pod ? notWaitedFor(pod, unit.now) : [];
};

/** At another time others may be on a pause. */
const readMoved = async (unit: UnitOfWork, session: Session): Promise<Session> => {
  const pod = await unit.find(unit.records.pods.doc(session.podId));
  return pod ? withPauses(session, pod) : session;
};

/**
 * What follows from a session's step: news, the agenda as the lobby opens, the coach's work, the next weekly session, what is said of who came and what
 * that means for the pod, reminders and the next task. `session`: the one to save.
 */
async function readConsequences(
  unit: UnitOfWork,
  ports: Ports,
  p: { before: Session; after: Session; actorId: string },
): Promise<{ session: Session; write: () => void }> {
  const { before } = p;
  const isMoved = before.startsAt.getTime() !== p.after.startsAt.getTime();
  const after = isMoved ? await readMoved(unit, p.after) : p.after;
  const isEnding = isOver(after) && !isOver(before);
  const weekly = isEnding && before.state !== 'draft' ? await readNextWeekly(unit, after) : null;
  const safeIds = isEnding ? await readExcused(unit, after) : [];
  const ending = isEnding ? await readEnding(unit, ports, { ...after, excusedIds: safeIds }) : null;
  const pings = after.joinedIds.length > before.joinedIds.length ? await readPings(unit, after) : null;
  const reminder = await readReminder(unit, after);
  const isOpening = before.state === 'scheduled' && after.state === 'lobby';
  const agenda = isOpening ? await readPlannedAgenda(unit, after) : null;
  return {
    session: ending ? { ...after, excusedIds: ending.excusedIds, attended: ending.attended } : after,
    write: () => {
      ending?.write({ actorId: 'system', cause: 'sessionEnded' });
      pings?.write();
      if (isMoved || (before.state === 'draft' && after.state === 'scheduled'))
        writeScheduledNews(unit, after, isMoved);
      tellOfTimes(unit, before, after, p.actorId);
      reminder?.write();
      if (isOpening) sendWaiting(unit, after);
      agenda?.write();
      if (isEnding && after.state === 'done') writeDone(unit, after);
      weekly?.write('weekly');
      sendReminderTask(unit, before, after);
      if (nextSystemChange(after)?.getTime() !== nextSystemChange(before)?.getTime()) sendNextChange(unit, after);
    },
  };
}

function writeDone(unit: UnitOfWork, session: Session): void {
  const { feed } = unit.records;
  startCoach(unit, session);
  const id = causeId('done', session.id);
  unit.save(feed(session.podId).doc(id), {
    id,
    kind: 'session-done',
    memberId: null,
    memberName: null,
    startsAt: null,
    text: `Session done: ${session.joinedIds.length} of ${session.memberIds.length} were there.`,
    at: unit.now,
    schemaVersion: SCHEMA_VERSION,
  });
}

function auditStep(
  unit: UnitOfWork,
  p: { markId: string; before: Session; after: Session; actorId: string; cause: string },
): void {
  unit.audit({
    id: p.markId,
    actorId: p.actorId,
    entity: unit.records.sessions.doc(p.after.id).path,
    from: p.before.state,
    to: p.after.state,
    version: p.after.version,
    cause: p.cause,
  });
}
