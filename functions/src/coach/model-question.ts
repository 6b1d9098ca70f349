import { type CoachRun, type Session } from '@podmates/domain';
import {
  buildPrompt,
  checkAnswer,
  type Coached,
  type CoachOutput,
  type CoachPrompt,
  titlesOf,
  withReserved,
  withTaken,
} from '@podmates/domain/coach';
import { type Ports } from '../runtime/ports';
import { type UnitOfWork } from '../store/unit-of-work';
import { type ReadSession, readSession } from './coach-facts';
import { type CoachModel, NO_TOKENS, type WriteLimits, type Written } from './coach-model';

/** Of the model, for all its attempts; a claim lasts longer than this and the grace together. */
const LIMITS: WriteLimits = { timeoutMs: 20_000, maxOutputTokens: 4_000 };
const GRACE_MS = 5_000;
/** A run that broke off with its question out asks once more, and then no more: the rules make the summary. */
const MOST_QUESTIONS = 2;

/** What a model is asked about a session, and set aside for it; `run` is the one to save. */
export interface Question {
  readonly prompt: CoachPrompt;
  readonly run: CoachRun;
  write(): void;
}
export interface Answered {
  readonly prompt: CoachPrompt;
  readonly written: Written;
}

const promptOf = ({ asked, items }: ReadSession): CoachPrompt => buildPrompt(asked, { agendaTitles: titlesOf(items) });

/** Null where there is no model, nothing to ask about, or nothing left of the pod's month. Reserved once for all tries. */
export async function readQuestion(
  unit: UnitOfWork,
  { coach }: Pick<Ports, 'coach'>,
  { run, session }: { run: CoachRun; session: Session },
): Promise<Question | null> {
  if (coach.name === 'rules' || run.attempts >= MOST_QUESTIONS) return null;
  const prompt = promptOf(await readSession(unit, session, session.joinedIds));
  if (prompt.notes.size === 0) return null;
  if (run.reservedTokens > 0) return { prompt, run, write: () => undefined };
  const ref = unit.records.coachBudgets.doc(run.podId);
  // A token is at least a byte, so no prompt takes more tokens than it has bytes.
  const tokens = prompt.bytes + LIMITS.maxOutputTokens;
  const budget = withReserved(run.podId, await unit.find(ref), { tokens, now: unit.now });
  if (budget === null) return null;
  return {
    prompt,
    run: { ...run, reservedTokens: tokens, reservedAt: unit.now },
    write: () => unit.save(ref, budget),
  };
}

/** Outside of any transaction, and over in time whatever the model does. */
export async function ask(model: CoachModel, prompt: CoachPrompt, graceMs = GRACE_MS): Promise<Answered> {
  const stop = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Written>((resolve) => {
    timer = setTimeout(() => {
      stop.abort();
      resolve({ kind: 'timed-out', tokens: NO_TOKENS });
    }, LIMITS.timeoutMs + graceMs);
  });
  const written = await Promise.race([model.write(prompt, LIMITS, stop.signal), late]).catch((): Written => ({
    kind: 'unavailable',
    reason: 'threw',
    tokens: NO_TOKENS,
  }));
  clearTimeout(timer);
  return { prompt, written };
}

/** The model's words where they stand in the check, and the notes are as they were when it was asked. */
export function outputOf(answered: Answered | null, read: ReadSession, coached: Coached): CoachOutput | null {
  if (answered?.written.kind !== 'answer') return null;
  const prompt = promptOf(read);
  if (prompt.data !== answered.prompt.data) return null; // somebody was blocked meanwhile, and is not to be retold
  return checkAnswer(answered.written.text, prompt, read.asked, coached);
}

/** What the model took in the place of what was set aside; all of that where no answer says what it took. */
export async function readSettled(unit: UnitOfWork, run: CoachRun, answered: Answered | null): Promise<() => void> {
  const { podId, reservedAt, reservedTokens: reserved } = run;
  if (reservedAt === null) return () => undefined;
  const ref = unit.records.coachBudgets.doc(podId);
  const used = answered?.written.tokens;
  const taken = used ? used.input + used.output : reserved;
  const budget = withTaken(podId, await unit.find(ref), { reserved, taken, reservedAt, now: unit.now });
  return () => unit.save(ref, budget);
}
