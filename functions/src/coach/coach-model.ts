import { type CoachPrompt } from '@podmates/domain/coach';

export const COACH_MODEL_NAMES = ['genai', 'vertexai', 'recorded', 'rules'] as const;
export type CoachModelName = (typeof COACH_MODEL_NAMES)[number];

/** What one answer may cost. `timeoutMs` is for all attempts together. */
export interface WriteLimits {
  readonly timeoutMs: number;
  readonly maxOutputTokens: number;
}

/** As the model counts them; what it does not tell is 0. */
export interface TokenUse {
  readonly input: number;
  readonly output: number;
}
export const NO_TOKENS: TokenUse = { input: 0, output: 0 };

/**
 * What came of asking. Only `answer` has text: untrusted, for `checkAnswer` alone, and at most `LONGEST_ANSWER`
 * characters. After anything else the coach without a model speaks; asking again at once would not help, as the model
 * has tried as often as the time allowed. `tokens` are of all attempts together, and are counted against the budget
 * whatever came of it. `reason` is a code of ours or the model's (`SAFETY`, `http-503`), never a member's words.
 */
export type Written =
  | { readonly kind: 'answer'; readonly text: string; readonly tokens: TokenUse }
  | { readonly kind: 'refused'; readonly reason: string; readonly tokens: TokenUse }
  | { readonly kind: 'timed-out'; readonly tokens: TokenUse }
  | {
      readonly kind: 'unavailable';
      readonly reason: string;
      /** How long the model asked to be left alone, when it said so. */
      readonly retryAfterMs?: number;
      readonly tokens: TokenUse;
    }
  | { readonly kind: 'malformed' | 'over-long' | 'empty'; readonly tokens: TokenUse };

/** Who writes the coach's words. Chosen by `COACH_MODEL`; without it the rules do. */
export interface CoachModel {
  readonly name: CoachModelName;
  /**
   * One answer to one prompt. It neither throws nor rejects for what is wrong with the model, the network or the
   * answer. `signal` aborted: `timed-out` at once.
   */
  write(prompt: CoachPrompt, limits: WriteLimits, signal?: AbortSignal): Promise<Written>;
}
