import { buildPrompt, checkAnswer, type Coached, type CoachSession, runCoach } from '@podmates/domain/coach';
import { type CoachModel, NO_TOKENS, type TokenUse, type Written, type WriteLimits } from './coach-model';

/**
 * For one session. An answer is a few thousand characters, which is some hundred tokens for each member; a model that
 * thinks before it speaks pays for that from the same purse. Nobody looks at a page that waits for it.
 */
export const WRITE_LIMITS: WriteLimits = { timeoutMs: 30_000, maxOutputTokens: 8_192 };

/** What the coach says, who found the words, and what it cost. */
export interface WrittenCoached extends Coached {
  readonly madeBy: 'rules' | 'model';
  /** A model was asked, and nothing of what came could be used. */
  readonly fellBack: boolean;
  /** What came of asking; `unusable` where no line of an answer stood up to the check. A code, for the log. */
  readonly outcome: Written['kind'] | 'unusable' | 'not-asked';
  readonly tokens: TokenUse;
}

/**
 * The coach's words on a session by `model`, and by the rules wherever it has nothing to say. It may take as long as
 * `limits` allow, so it belongs before a transaction and never in one. `agendaTitles`: what stood on the agenda.
 */
export async function writeCoached(
  model: CoachModel,
  session: CoachSession,
  {
    seed,
    agendaTitles = [],
    limits = WRITE_LIMITS,
    signal,
  }: {
    readonly seed: number;
    readonly agendaTitles?: readonly string[];
    readonly limits?: WriteLimits;
    readonly signal?: AbortSignal;
  },
): Promise<WrittenCoached> {
  const coached = runCoach(session, { seed });
  const byRules = { ...coached, madeBy: 'rules', tokens: NO_TOKENS } as const;
  if (model.name === 'rules') return { ...byRules, fellBack: false, outcome: 'not-asked' };
  const prompt = buildPrompt(session, { agendaTitles });
  if (prompt.notes.size === 0) return { ...byRules, fellBack: false, outcome: 'not-asked' };
  const written = await model.write(prompt, limits, signal);
  const { tokens } = written;
  if (written.kind !== 'answer') return { ...byRules, tokens, fellBack: true, outcome: written.kind };
  const output = checkAnswer(written.text, prompt, session, coached);
  if (output === null) return { ...byRules, tokens, fellBack: true, outcome: 'unusable' };
  return { output, safety: coached.safety, madeBy: 'model', fellBack: false, outcome: 'answer', tokens };
}
