import { type CoachRun, DomainError, type Session } from '@podmates/domain';
import { presenceOf } from '@podmates/domain/attendance';
import { actionsToKeep, presenceToKeep, readyDoc, runCoach, suggestionsFor } from '@podmates/domain/coach';
import { readSignals } from '../attendance/session-facts';
import { eachApart } from '../runtime/defects';
import { type Ports } from '../runtime/ports';
import { causeId, fixedId } from '../store/ids';
import { recordsOf } from '../store/records';
import { type UnitOfWork, commit } from '../store/unit-of-work';
import { readCare } from './coach-care';
import { readSession } from './coach-facts';
import { type Answered, ask, outputOf, type Question, readQuestion, readSettled } from './model-question';

/** Longer than one run takes, a model's time included; a run that died is taken up by somebody else after it. */
const CLAIM_MS = 60_000;
const SWEEP_LIMIT = 50;
const NO_PLACE = 'There is no place for this summary.';
const NO_SESSION = 'There is no such session.';
/** People come to the lobby before the start and may stay past the end. */
const BEFORE_START_MS = 10 * 60_000;

/** The coach's work on a session that has ended: taken up, done, and saved whole in one transaction. */
export class CoachRuns {
  constructor(private readonly ports: Ports) {}

  /**
   * Makes the summary of a session, once: what was saved is not made again, and what broke off is made anew.
   * @throws DomainError 'aborted' while somebody else is at it, so that the queue looks again
   */
  async run(sessionId: string): Promise<void> {
    if (!(await this.claim(sessionId))) return;
    const question = await this.prepare(sessionId);
    await this.finish(sessionId, question && (await ask(this.ports.coach, question, seedOf(sessionId))));
  }

  /** Takes up every run whose task was lost, given up, or never sent. */
  async sweep(): Promise<void> {
    const now = await this.ports.clock.now();
    const due = recordsOf(this.ports.db).coachRuns.where('dueAt', '<=', now).orderBy('dueAt').limit(SWEEP_LIMIT);
    const ids = (await due.select().get()).docs.map(({ id }) => id);
    await eachApart('coach.sweep', ids, (id) => this.run(id));
  }

  /** The run is taken up, and the room sees that the notes are being read. False when there is nothing to do. */
  private claim(sessionId: string): Promise<boolean> {
    return commit(this.ports, async (unit) => {
      const { coachRuns, coachDocs } = unit.records;
      const run = await unit.find(coachRuns.doc(sessionId));
      if (run === null || run.state === 'done') return false;
      if (run.state === 'claimed' && run.dueAt !== null && run.dueAt > unit.now)
        throw new DomainError('aborted', 'This summary is being made.');
      const ref = coachDocs(sessionId).doc(`v${run.version}`);
      const working = await unit.get(ref, NO_PLACE);
      const dueAt = new Date(unit.now.getTime() + CLAIM_MS);
      unit.save(coachRuns.doc(sessionId), { ...run, state: 'claimed', dueAt, attempts: run.attempts + 1 });
      unit.save(ref, { ...working, progress: 'reading' });
      return true;
    });
  }

  /** The notes are read for a model, if one is asked, and the room sees that the summary is being written. */
  private prepare(sessionId: string): Promise<Question | null> {
    return commit(this.ports, async (unit) => {
      const { coachRuns, coachDocs, sessions } = unit.records;
      const run = await unit.find(coachRuns.doc(sessionId));
      if (run === null || run.state === 'done') return null; // another delivery was quicker, or it was erased
      const ref = coachDocs(sessionId).doc(`v${run.version}`);
      const working = await unit.get(ref, NO_PLACE);
      const session = await unit.get(sessions.doc(sessionId), NO_SESSION);
      const question = await readQuestion(unit, this.ports, { run, session });
      if (question !== null) unit.save(coachRuns.doc(sessionId), question.run);
      question?.write();
      unit.save(ref, { ...working, progress: 'writing' });
      return question;
    });
  }

  private finish(sessionId: string, answered: Answered | null): Promise<void> {
    return commit(this.ports, async (unit) => {
      const { coachRuns, sessions } = unit.records;
      const run = await unit.find(coachRuns.doc(sessionId));
      if (run === null || run.state === 'done') return; // another delivery was quicker, or it was erased
      const session = await unit.get(sessions.doc(sessionId), NO_SESSION);
      const write = await readSummary(unit, this.ports, { run, session, answered });
      write();
      unit.save(coachRuns.doc(sessionId), { ...run, state: 'done', dueAt: null });
    });
  }
}

/** Which place the right choices of a quiz have. */
const seedOf = (sessionId: string): number => Number.parseInt(fixedId('quiz', sessionId).slice(0, 8), 16);

/**
 * The summary with all that follows from it; written with the unit that read what it stands on. The rules run in here,
 * on what this very try has read: a block since the model was asked is seen, and a retried transaction, which reads
 * anew, can keep nothing of an older reading. They ask nobody and take some milliseconds.
 */
async function readSummary(
  unit: UnitOfWork,
  ports: Ports,
  { run, session, answered }: { run: CoachRun; session: Session; answered: Answered | null },
): Promise<() => void> {
  const { coachActions, coachDocs } = unit.records;
  const ref = coachDocs(session.id).doc(`v${run.version}`);
  const working = await unit.get(ref, NO_PLACE);
  const read = await readSession(unit, session, session.joinedIds);
  const { asked, facts, notes, items } = read;
  const beats = await unit.list(unit.records.presence(session.id));
  const signals = await readSignals(unit, ports, { session, beats });
  const seed = seedOf(session.id);
  const coached = runCoach(asked, { seed });
  const byModel = outputOf(answered, read, coached);
  const output = byModel ?? coached.output;
  const settle = await readSettled(unit, run, answered);
  const care = await readCare(unit, { session, notes, flags: coached.safety, silentIds: facts.silentIds });
  const during = { from: new Date(session.startsAt.getTime() - BEFORE_START_MS), to: working.createdAt };
  const presence = presenceToKeep(session.memberIds, (id) => {
    const seen = signals[id];
    return seen ? presenceOf(seen, during).union : [];
  });
  const actions = actionsToKeep(session, {
    drafts: output.actions,
    suggestions: suggestionsFor(asked, seed),
    hereIds: facts.hereIds,
    idOf: (memberId, n) => fixedId('coach-action', ref.path, memberId, `${n}`),
    now: unit.now,
  });
  const told = facts.openActions.filter(({ memberId }) => session.memberIds.includes(memberId));
  const doneByWord = told.filter(({ id }) => !output.carried.includes(id));
  return () => {
    const fellBack = run.reservedTokens > 0 && byModel === null;
    const madeBy = byModel ? 'model' : 'rules';
    unit.save(ref, readyDoc(working, output, { madeBy, fellBack, presence, agenda: items }));
    settle();
    for (const action of actions) unit.create(coachActions.doc(action.id), action);
    for (const action of doneByWord)
      unit.save(coachActions.doc(action.id), {
        ...action,
        status: 'done',
        answeredAt: unit.now,
        version: action.version + 1,
      });
    care.write();
    // What two wrote to whom they had blocked, or were blocked by, while the session still went on.
    for (const memberId of facts.blockerIds)
      unit.send(causeId('part-words', session.id, memberId), {
        kind: 'task',
        task: 'part-words',
        subjectId: memberId,
        runAt: unit.now,
      });
    unit.audit({
      id: causeId('coach-session', session.id, working.id),
      actorId: 'system',
      entity: ref.path,
      from: 'working',
      to: 'ready',
      version: working.version,
      cause: 'coachSession',
    });
    for (const memberId of session.memberIds)
      unit.send(causeId('summary-ready', session.id, working.id, memberId), {
        kind: 'notify',
        memberId,
        event: 'summary-ready',
        subjectId: session.id,
      });
  };
}
