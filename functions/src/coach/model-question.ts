import { type CoachRun, type Session } from '@podmates/domain';
import {
  buildPrompt,
  type Coached,
  type CoachOutput,
  type CoachPrompt,
  type CoachSession,
  titlesOf,
  withReserved,
  withTaken,
} from '@podmates/domain/coach';
import { describeDefect, logDefect } from '../runtime/defects';
import { type Ports } from '../runtime/ports';
import { type UnitOfWork } from '../store/unit-of-work';
import { type ReadSession, readSession } from './coach-facts';
import { type CoachModel, NO_TOKENS, type TokenUse } from './coach-model';
import { WRITE_LIMITS, writeCoached } from './write-coached';

/** Beyond the time that the model has for itself; a claim lasts longer than both together. */
const GRACE_MS = 5_000;
/** A run that broke off with its question out asks once more, and then no more: the rules make the summary. */
const MOST_QUESTIONS = 2;

/** What a model is asked about a session, and set aside for it; `run` is the one to save. */
export interface Question {
  readonly asked: CoachSession;
  readonly agendaTitles: readonly string[];
  readonly prompt: CoachPrompt;
  readonly run: CoachRun;
  write(): void;
}
/** What came of asking; without `output` nothing that can be used. */
export interface Answered {
  readonly prompt: CoachPrompt;
  readonly output: CoachOutput | null;
  readonly tokens: TokenUse;
}

/**
 * Null where there is no model, nothing to ask about, or nothing left of the pod's month. Reserved once for all tries;
 * `run.attempts` counts the one that asks.
 */
export async function readQuestion(
  unit: UnitOfWork,
  { coach }: Pick<Ports, 'coach'>,
  { run, session }: { run: CoachRun; session: Session },
): Promise<Question | null> {
  if (coach.name === 'rules' || run.attempts > MOST_QUESTIONS) return null;
  const { asked, items } = await readSession(unit, session, session.joinedIds);
  const agendaTitles = titlesOf(items);
  const prompt = buildPrompt(asked, { agendaTitles });
  if (prompt.notes.size === 0) return null;
  const question = { asked, agendaTitles, prompt };
  if (run.reservedTokens > 0) return { ...question, run, write: () => undefined };
  const ref = unit.records.coachBudgets.doc(run.podId);
  // A token is at least a byte, so no prompt takes more tokens than it has bytes.
  const tokens = prompt.bytes + WRITE_LIMITS.maxOutputTokens;
  const budget = withReserved(run.podId, await unit.find(ref), { tokens, now: unit.now });
  if (budget === null) return null;
  return {
    ...question,
    run: { ...run, reservedTokens: tokens, reservedAt: unit.now },
    write: () => unit.save(ref, budget),
  };
}

/** Outside of any transaction, and over in time whatever the model does. */
export async function ask(model: CoachModel, question: Question, seed: number): Promise<Answered> {
  const { asked, agendaTitles, prompt } = question;
  const nothing: Answered = { prompt, output: null, tokens: NO_TOKENS };
  const stop = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Answered>((resolve) => {
    timer = setTimeout(() => {
      stop.abort();
      resolve(nothing);
    }, WRITE_LIMITS.timeoutMs + GRACE_MS);
  });
  const writing = writeCoached(model, asked, { seed, agendaTitles, signal: stop.signal }).then(
    ({ output, fellBack, tokens }): Answered => ({ prompt, output: fellBack ? null : output, tokens }),
    (error: unknown): Answered => {
      logDefect('coach.ask', describeDefect(error));
      return nothing;
    },
  );
  const answered = await Promise.race([writing, late]);
  clearTimeout(timer);
  return answered;
}

/** The model's words where the notes are as they were when it was asked; what is carried is never the model's. */
export function outputOf(answered: Answered | null, read: ReadSession, coached: Coached): CoachOutput | null {
  if (!answered?.output) return null;
  const { data } = buildPrompt(read.asked, { agendaTitles: titlesOf(read.items) });
  if (data !== answered.prompt.data) return null; // somebody was blocked meanwhile, and is not to be retold
  return { ...answered.output, carried: coached.output.carried };
}

/** What the model took in the place of what was set aside; all of that where no answer says what it took. */
export async function readSettled(unit: UnitOfWork, run: CoachRun, answered: Answered | null): Promise<() => void> {
  const { podId, reservedAt, reservedTokens: reserved } = run;
  if (reservedAt === null) return () => undefined;
  const ref = unit.records.coachBudgets.doc(podId);
  const taken = answered ? answered.tokens.input + answered.tokens.output : reserved;
  const budget = withTaken(podId, await unit.find(ref), { reserved, taken, reservedAt, now: unit.now });
  return () => unit.save(ref, budget);
}
