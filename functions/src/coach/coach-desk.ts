import {
  type CallableInput,
  type CallableOutput,
  type CoachAction,
  DomainError,
  SCHEMA_VERSION,
  type Session,
} from '@podmates/domain';
import {
  answeredAction,
  erasedDoc,
  newestOf,
  quizResult,
  readBy,
  restoredDocs,
  rewordedDocs,
  tickedAction,
} from '@podmates/domain/coach';
import { type Ports } from '../runtime/ports';
import { isOver } from '../sessions/new-session';
import { causeId } from '../store/ids';
import { type UnitOfWork, commit } from '../store/unit-of-work';
import { CoachRuns } from './coach-runs';

const STAYS: readonly CoachAction['status'][] = ['accepted', 'done'];
const NO_SUMMARY = 'There is no summary of this session yet.';

/** What members say to the coach of their pod: each of a session may, and of nobody else's. */
export class CoachDesk {
  private readonly runs: CoachRuns;

  constructor(private readonly ports: Ports) {
    this.runs = new CoachRuns(ports);
  }

  /** @throws DomainError as `CoachRuns.run` */
  run(sessionId: string): Promise<void> {
    return this.runs.run(sessionId);
  }

  sweep(): Promise<void> {
    return this.runs.sweep();
  }

  /** @throws DomainError `not-found`; `failed-precondition` once the session is over, as its notes were read then */
  setConsent(memberId: string, { sessionId, isAllowed }: CallableInput<'setAiConsent'>): Promise<void> {
    return commit(this.ports, async (unit) => {
      const session = await readOwn(unit, memberId, sessionId);
      const ref = unit.records.aiConsents(sessionId).doc(memberId);
      const before = await unit.find(ref);
      if ((before?.isAllowed ?? true) === isAllowed) return;
      if (isOver(session))
        throw new DomainError('failed-precondition', 'The summary is made. You can erase it for everybody.');
      const version = (before?.version ?? 0) + 1;
      unit.save(ref, { id: memberId, isAllowed, changedAt: unit.now, version, schemaVersion: SCHEMA_VERSION });
      unit.audit({
        id: causeId('ai-consent', sessionId, memberId, `v${version}`),
        actorId: memberId,
        entity: ref.path,
        from: before ? said(before.isAllowed) : null,
        to: said(isAllowed),
        version,
        cause: 'setAiConsent',
      });
    });
  }

  /** @throws DomainError as `answeredAction` */
  answer(
    memberId: string,
    { sessionId, actionId, answer, text }: CallableInput<'answerCoachAction'>,
  ): Promise<CallableOutput<'answerCoachAction'>> {
    return commit(this.ports, async (unit) => {
      const before = await readAction(unit, sessionId, actionId);
      const after = answeredAction(before, { memberId, answer, text, now: unit.now });
      if (after !== before) saveAction(unit, before, after, 'answerCoachAction');
      return { status: after.status };
    });
  }

  /** @throws DomainError as `tickedAction` */
  tick(memberId: string, { sessionId, actionId, place, isDone }: CallableInput<'tickChecklist'>): Promise<void> {
    return commit(this.ports, async (unit) => {
      const before = await readAction(unit, sessionId, actionId);
      const after = tickedAction(before, { memberId, place, isDone });
      if (after !== before) saveAction(unit, before, after, 'tickChecklist');
    });
  }

  /** The first answers count. @throws DomainError `not-found`; and as `quizResult` */
  answerQuiz(
    memberId: string,
    { sessionId, answers }: CallableInput<'answerQuiz'>,
  ): Promise<CallableOutput<'answerQuiz'>> {
    return commit(this.ports, async (unit) => {
      await readOwn(unit, memberId, sessionId);
      const ref = unit.records.quizResults(sessionId).doc(memberId);
      const known = await unit.find(ref);
      if (known) return { score: known.score, of: known.of };
      const newest = newestOf(readBy(await unit.list(unit.records.coachDocs(sessionId)), memberId));
      if (!newest) throw new DomainError('failed-precondition', NO_SUMMARY);
      const result = quizResult(newest, { memberId, answers, now: unit.now });
      unit.save(ref, result);
      unit.audit({
        id: causeId('quiz', sessionId, memberId),
        actorId: memberId,
        entity: ref.path,
        from: null,
        to: result.answers === null ? 'skipped' : 'answered',
        version: 1,
        cause: 'answerQuiz',
      });
      return { score: result.score, of: result.of };
    });
  }

  /** @throws DomainError `not-found`; and as `restoredDocs` */
  restore(
    memberId: string,
    { sessionId, version }: CallableInput<'restoreCoachDoc'>,
  ): Promise<CallableOutput<'restoreCoachDoc'>> {
    return commit(this.ports, async (unit) => {
      await readOwn(unit, memberId, sessionId);
      const docs = unit.records.coachDocs(sessionId);
      const restored = restoredDocs(await unit.list(docs), { memberId, version, now: unit.now });
      if (restored.made.length === 0) return { version: restored.version };
      for (const doc of restored.made) unit.create(docs.doc(doc.id), doc);
      const id = `v${restored.version}`;
      unit.audit({
        id: causeId('coach-restored', sessionId, id),
        actorId: memberId,
        entity: docs.doc(id).path,
        from: `v${version}`,
        to: id,
        version: restored.version,
        cause: 'restoreCoachDoc',
      });
      return { version: restored.version };
    });
  }

  /** @throws DomainError `not-found`; and as `rewordedDocs` */
  reword(
    memberId: string,
    { sessionId, ...asked }: CallableInput<'rewordCoachLine'>,
  ): Promise<CallableOutput<'rewordCoachLine'>> {
    return commit(this.ports, async (unit) => {
      await readOwn(unit, memberId, sessionId);
      const { coachDocs, members, notes } = unit.records;
      const docs = coachDocs(sessionId);
      const language = (await unit.find(members.doc(memberId)))?.language ?? '';
      const said = await unit.list(notes(sessionId).where('authorId', '==', memberId));
      const by = { memberId, language, notes: said, now: unit.now };
      const { version, made } = rewordedDocs(await unit.list(docs), { ...asked, ...by });
      if (made.length === 0) return { version };
      for (const doc of made) unit.create(docs.doc(doc.id), doc);
      unit.audit({
        id: causeId('coach-reworded', sessionId, `v${version}`),
        actorId: memberId,
        entity: docs.doc(`v${version}`).path,
        from: `v${asked.version}`,
        to: asked.text === null ? 'without a sentence' : 'a sentence reworded',
        version,
        cause: 'rewordCoachLine',
      });
      return { version };
    });
  }

  /**
   * Nothing of what the coach made is left in any version, in quiz results, or in steps that nobody accepted; what a
   * member took on is theirs and stays. @throws DomainError `not-found`; `failed-precondition`: there is none
   */
  erase(memberId: string, { sessionId }: CallableInput<'eraseCoachDoc'>): Promise<void> {
    return commit(this.ports, async (unit) => {
      const { coachActions, coachDocs, coachRuns, quizResults } = unit.records;
      const session = await readOwn(unit, memberId, sessionId);
      const versions = await unit.list(coachDocs(sessionId));
      const newest = newestOf(versions);
      if (!newest) throw new DomainError('failed-precondition', NO_SUMMARY);
      if (newest.status === 'erased') return;
      const actions = await unit.list(coachActions.where('sessionId', '==', sessionId));
      const run = await unit.find(coachRuns.doc(sessionId));
      for (const doc of versions)
        unit.save(coachDocs(sessionId).doc(doc.id), erasedDoc(doc, { by: memberId, at: unit.now }));
      for (const action of actions)
        if (STAYS.includes(action.status)) unit.save(coachActions.doc(action.id), { ...action, noteIds: [] });
        else unit.remove(coachActions.doc(action.id));
      for (const id of session.memberIds) unit.remove(quizResults(sessionId).doc(id));
      if (run && run.state !== 'done') unit.save(coachRuns.doc(sessionId), { ...run, state: 'done', dueAt: null });
      unit.audit({
        id: causeId('coach-erased', sessionId),
        actorId: memberId,
        entity: coachDocs(sessionId).doc(newest.id).path,
        from: newest.status,
        to: 'erased',
        version: newest.version,
        cause: 'eraseCoachDoc',
      });
    });
  }
}

const said = (isAllowed: boolean): string => (isAllowed ? 'allowed' : 'not-allowed');

async function readOwn(unit: UnitOfWork, memberId: string, sessionId: string): Promise<Session> {
  const session = await unit.find(unit.records.sessions.doc(sessionId));
  if (!session?.memberIds.includes(memberId)) throw new DomainError('not-found', 'There is no such session of yours.');
  return session;
}

async function readAction(unit: UnitOfWork, sessionId: string, actionId: string): Promise<CoachAction> {
  const action = await unit.find(unit.records.coachActions.doc(actionId));
  if (action?.sessionId !== sessionId) throw new DomainError('not-found', 'There is no such step of yours.');
  return action;
}

function saveAction(unit: UnitOfWork, before: CoachAction, after: CoachAction, cause: string): void {
  const ref = unit.records.coachActions.doc(after.id);
  unit.save(ref, after);
  unit.audit({
    id: causeId('coach-action', after.id, `v${after.version}`),
    actorId: after.memberId,
    entity: ref.path,
    from: before.status,
    to: after.status,
    version: after.version,
    cause,
  });
}
