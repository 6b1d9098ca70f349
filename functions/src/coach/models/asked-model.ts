import { setTimeout as pause } from 'node:timers/promises';
import { type CoachPrompt } from '@podmates/domain/coach';
import { type CoachModel, type CoachModelName, NO_TOKENS, type WriteLimits, type Written } from '../coach-model';
import { Exchange, type Problem } from './exchange';
import { readReply } from './read-reply';

/** One request to a model over `fetch`, and its response as parsed. Rejects with whatever its SDK rejects with. */
export type Ask = (asked: {
  readonly prompt: CoachPrompt;
  readonly maxOutputTokens: number;
  readonly fetch: typeof fetch;
}) => Promise<unknown>;

/** How often and how soon a model is asked again that was busy, down or cut off. */
const RETRIES = {
  attempts: 3,
  firstPauseMs: 400, // then twice that, each with up to half as much again so that many do not return at once
  statuses: [408, 429, 500, 502, 503, 504],
} as const;

/** A model behind HTTP: time-out, retries, bounds and reading are the same whichever SDK words the request. */
export class AskedModel implements CoachModel {
  constructor(
    readonly name: CoachModelName,
    private readonly ask: Ask,
    private readonly over: typeof fetch = (input, init) => fetch(input, init),
    private readonly firstPauseMs: number = RETRIES.firstPauseMs,
  ) {}

  async write(prompt: CoachPrompt, limits: WriteLimits, signal?: AbortSignal): Promise<Written> {
    const ending = AbortSignal.any([AbortSignal.timeout(limits.timeoutMs), ...(signal ? [signal] : [])]);
    // Raced, as an SDK may wait for credentials, on which no signal of ours has a hold.
    return Promise.race([ended(ending), this.askedUntilAnswered(prompt, limits, ending)]);
  }

  private async askedUntilAnswered(prompt: CoachPrompt, limits: WriteLimits, ending: AbortSignal): Promise<Written> {
    const until = performance.now() + limits.timeoutMs;
    for (let attempt = 1; ; attempt += 1) {
      if (ending.aborted) return TIMED_OUT;
      const exchange = new Exchange(this.over, ending);
      const written = await this.askedOnce(prompt, limits, exchange);
      if (ending.aborted) return TIMED_OUT;
      const { problem } = exchange;
      if (!problem || !isPassing(problem) || attempt === RETRIES.attempts) return written;
      const wait = waitBefore(problem, attempt, this.firstPauseMs);
      if (performance.now() + wait >= until) return written;
      await pause(wait, undefined, { signal: ending }).catch(() => undefined);
    }
  }

  private async askedOnce(prompt: CoachPrompt, limits: WriteLimits, exchange: Exchange): Promise<Written> {
    try {
      const { maxOutputTokens } = limits;
      return readReply(await this.ask({ prompt, maxOutputTokens, fetch: exchange.fetch }));
    } catch {
      // The SDK's own error is not passed on: its message may quote what was sent.
      if (exchange.problem) return sayingWhy(exchange.problem);
      if (exchange.isAnswered) return { kind: 'malformed', tokens: NO_TOKENS };
      return { kind: 'unavailable', reason: 'not-asked', tokens: NO_TOKENS };
    }
  }
}

const TIMED_OUT: Written = { kind: 'timed-out', tokens: NO_TOKENS };

const ended = (signal: AbortSignal): Promise<Written> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve(TIMED_OUT);
    signal.addEventListener('abort', () => resolve(TIMED_OUT), { once: true });
  });

const isPassing = (problem: Problem): boolean =>
  problem.kind === 'no-connection' ||
  (problem.kind === 'status' && RETRIES.statuses.some((status) => status === problem.status));

function waitBefore(problem: Problem, attempt: number, firstPauseMs: number): number {
  if (problem.kind === 'status' && problem.retryAfterMs !== undefined) return problem.retryAfterMs;
  return firstPauseMs * 2 ** (attempt - 1) * (1 + Math.random() / 2);
}

function sayingWhy(problem: Problem): Written {
  if (problem.kind === 'over-long') return { kind: 'over-long', tokens: NO_TOKENS };
  if (problem.kind === 'no-connection') return { kind: 'unavailable', reason: 'no-connection', tokens: NO_TOKENS };
  const { status, retryAfterMs } = problem;
  const after = retryAfterMs === undefined ? {} : { retryAfterMs };
  return { kind: 'unavailable', reason: `http-${status}`, ...after, tokens: NO_TOKENS };
}
