import {
  type CallableInput,
  DomainError,
  SCHEMA_VERSION,
  type Session,
  type SessionCommand,
  type SessionNote,
} from '@podmates/domain';
import { mayProposeExtra } from '@podmates/domain/attendance';
import { advanceBySystem, applyCommand, newSession, nextSystemChange, summarise } from '@podmates/domain/sessions';
import { readEnding } from '../attendance/session-ending';
import { readPings, sendWaiting } from '../attendance/waiting';
import { eachApart } from '../runtime/defects';
import { type Ports } from '../runtime/ports';
import { causeId, fixedId } from '../store/ids';
import { recordsOf } from '../store/records';
import { type UnitOfWork, commit } from '../store/unit-of-work';
import { isOver, readNextWeekly, sendNextChange, writeNewSession, writeScheduledNews } from './new-session';

const NEEDS_AGENDA: readonly SessionCommand['kind'][] = ['start', 'go-to-item'];
/** How far ahead a session can be proposed; past a sprint's length nobody knows their week. */
const FARTHEST_PROPOSAL_MS = 60 * 24 * 3_600_000;
/** A session opens its lobby ten minutes before it starts; the sweep looks a little further. */
const SWEEP_AHEAD_MS = 15 * 60_000;
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
      if (startsAt.getTime() - unit.now.getTime() > FARTHEST_PROPOSAL_MS)
        throw new DomainError('invalid-argument', 'That is too far ahead.', [
          { path: 'startsAt', message: 'is more than 60 days ahead' },
        ]);
      const session = newSession({
        id: sessionId,
        pod,
        startsAt,
        minutes: input.minutes,
        hostId: memberId,
        state: 'draft',
        proposedBy: memberId,
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
  command(memberId: string, input: CallableInput<'commandSession'>): Promise<{ version: number }> {
    return commit(this.ports, async (unit) => {
      const { sessions, auditEvents, agenda } = unit.records;
      const markId = causeId('session', input.sessionId, input.commandId);
      const before = await unit.find(sessions.doc(input.sessionId));
      if (before === null || !before.memberIds.includes(memberId))
        throw new DomainError('not-found', 'There is no such session of yours.');
      const mark = await unit.find(auditEvents.doc(markId));
      if (mark !== null) return { version: mark.version };
      if (before.version !== input.expectedVersion)
        throw new DomainError('aborted', 'The session has moved on. Please look again.');
      const items = NEEDS_AGENDA.includes(input.command.kind) ? await unit.list(agenda(before.id)) : [];
      const after = applyCommand(before, input.command, { actorId: memberId, items, now: unit.now });
      const consequences = await readConsequences(unit, this.ports, before, after);
      if (after !== before) unit.save(sessions.doc(after.id), consequences.session);
      auditStep(unit, { markId, before, after, actorId: memberId, cause: `commandSession ${input.command.kind}` });
      consequences.write();
      return { version: after.version };
    });
  }

  /** Does what time has brought about since; nothing due, over or gone: nothing happens. */
  advance(sessionId: string): Promise<void> {
    return commit(this.ports, async (unit) => {
      const { sessions } = unit.records;
      const first = await unit.find(sessions.doc(sessionId));
      if (first === null) return;
      const steps = stepsDue(first, unit.now);
      const last = steps.at(-1);
      if (last === undefined) return;
      const consequences = await readConsequences(unit, this.ports, first, last);
      unit.save(sessions.doc(sessionId), consequences.session);
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

  /** Advances every session that may be due; what has no task, or whose task was lost, is found here. */
  async sweep(): Promise<void> {
    const now = await this.ports.clock.now();
    const near = await recordsOf(this.ports.db)
      .sessions.where('state', 'in', ['draft', 'scheduled', 'lobby', 'live', 'wrap'])
      .where('startsAt', '<=', new Date(now.getTime() + SWEEP_AHEAD_MS))
      .orderBy('startsAt')
      .limit(SWEEP_LIMIT)
      .select()
      .get();
    await eachApart(
      'sessions.sweep',
      near.docs.map((found) => found.id),
      (id) => this.advance(id),
    );
  }
}

function stepsDue(session: Session, now: Date): Session[] {
  const steps: Session[] = [];
  for (let next = advanceBySystem(session, now); next !== null; next = advanceBySystem(next, now)) steps.push(next);
  return steps;
}

/**
 * What follows from a session's step: news, the summary, the next weekly session, what is said of who came and what
 * that means for the pod, reminders and the next task. `session`: the one to save.
 */
async function readConsequences(
  unit: UnitOfWork,
  ports: Ports,
  before: Session,
  after: Session,
): Promise<{ session: Session; write: () => void }> {
  const isEnding = isOver(after) && !isOver(before);
  const notes = isEnding && after.state === 'done' ? await unit.list(unit.records.notes(after.id)) : [];
  const weekly = isEnding && before.state !== 'draft' ? await readNextWeekly(unit, after) : null;
  const ending = isEnding ? await readEnding(unit, ports, after) : null;
  const pings = after.joinedIds.length > before.joinedIds.length ? await readPings(unit, after) : null;
  return {
    session: ending ? { ...after, excusedIds: ending.excusedIds, attended: ending.attended } : after,
    write: () => {
      ending?.write({ actorId: 'system', cause: 'sessionEnded' });
      pings?.write();
      if (before.state === 'draft' && after.state === 'scheduled') writeScheduledNews(unit, after);
      if (before.state === 'scheduled' && after.state === 'lobby') {
        sendSoon(unit, after);
        sendWaiting(unit, after);
      }
      if (isEnding && after.state === 'done') writeSummary(unit, after, notes);
      weekly?.write('weekly');
      if (nextSystemChange(after)?.getTime() !== nextSystemChange(before)?.getTime()) sendNextChange(unit, after);
    },
  };
}

function writeSummary(unit: UnitOfWork, session: Session, notes: readonly SessionNote[]): void {
  const { coachDocs, feed } = unit.records;
  const summary = summarise(session, notes, { id: 'v1', now: unit.now });
  unit.save(coachDocs(session.id).doc(summary.id), summary);
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

function sendSoon(unit: UnitOfWork, session: Session): void {
  for (const memberId of session.memberIds)
    unit.send(causeId('session-soon', session.id, memberId), {
      kind: 'notify',
      memberId,
      event: 'session-soon',
      subjectId: session.id,
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
