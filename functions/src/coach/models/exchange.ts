/** Bytes of a response that are read: a longest answer, each character escaped twice, and its frame. */
export const MOST_RESPONSE_BYTES = 524_288;
/** Longer waits are not believed. */
const LONGEST_RETRY_MS = 24 * 60 * 60 * 1_000;

/** Why an exchange gave nothing to read. */
export type Problem =
  | { readonly kind: 'status'; readonly status: number; readonly retryAfterMs?: number }
  | { readonly kind: 'over-long' }
  | { readonly kind: 'no-connection' };

/**
 * One request and its response. Given to an SDK in the place of `fetch`, it holds what an SDK does not: a response is
 * read up to a bound before anything parses it, one that says no is not read at all, no redirect is followed, and the
 * signal ends all of it. What went wrong is kept here, as each SDK wraps it in errors of its own.
 */
export class Exchange {
  problem: Problem | null = null;
  /** A whole response within the bound was handed on. */
  isAnswered = false;

  constructor(
    private readonly over: typeof fetch,
    private readonly signal: AbortSignal,
  ) {}

  readonly fetch: typeof fetch = async (input, init) => {
    const response = await this.orNoConnection(this.over(input, { ...init, redirect: 'manual', signal: this.signal }));
    if (!response.ok) {
      await response.body?.cancel().catch(() => undefined);
      const retryAfterMs = retryAfterOf(response.headers);
      throw this.stopped({ kind: 'status', status: response.status, ...(retryAfterMs !== null && { retryAfterMs }) });
    }
    const body = await this.orNoConnection(this.read(response));
    this.isAnswered = true;
    return new Response(body, { status: 200, headers: { 'content-type': 'application/json' } });
  };

  private async read(response: Response): Promise<Uint8Array<ArrayBuffer>> {
    const parts: Uint8Array[] = [];
    let bytes = 0;
    for await (const part of response.body ?? []) {
      bytes += part.byteLength;
      if (bytes > MOST_RESPONSE_BYTES) throw this.stopped({ kind: 'over-long' });
      parts.push(part);
    }
    return Uint8Array.from(Buffer.concat(parts));
  }

  private async orNoConnection<T>(step: Promise<T>): Promise<T> {
    try {
      return await step;
    } catch {
      throw this.stopped(this.problem ?? { kind: 'no-connection' });
    }
  }

  private stopped(problem: Problem): Error {
    this.problem = problem;
    return new Error(`The exchange with the model stopped: ${problem.kind}.`);
  }
}

/** Seconds, or an instant, which is compared with the sender's own clock (RFC 9110, 10.2.3). */
function retryAfterOf(headers: Headers): number | null {
  const value = headers.get('retry-after')?.trim() ?? '';
  const ms = /^\d{1,6}$/.test(value)
    ? Number(value) * 1_000
    : Date.parse(value) - Date.parse(headers.get('date') ?? '');
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), LONGEST_RETRY_MS) : null;
}
