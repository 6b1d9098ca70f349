import { Injectable } from '@angular/core';
import {
  CALLABLES,
  type CallableInput,
  type CallableName,
  type CallableOutput,
  type FieldProblem,
} from '@podmates/domain';
import * as z from 'zod';

/**
 * The server's refusal, in words for the person. `code` is that of `DomainError`, or
 * `unauthenticated`, or `unavailable` when no answer came.
 */
export class CallRefused extends Error {
  override readonly name = 'CallRefused';
  constructor(
    readonly code: string,
    message: string,
    readonly fields: readonly FieldProblem[] = [],
  ) {
    super(message);
  }
}

const Details = z.object({ fields: z.array(z.object({ path: z.string(), message: z.string() })) });
const OURS = ['internal', 'unavailable', 'deadline-exceeded', 'unknown', 'cancelled'];

@Injectable({ providedIn: 'root' })
export class Callables {
  /** Asks the server; throws `CallRefused`. Safe to ask again wherever the input carries a `clientMutationId` or `commandId`. */
  async call<N extends CallableName>(name: N, input: CallableInput<N>): Promise<CallableOutput<N>> {
    const { ask, refusalIn } = await import('./functions-sdk').catch(() => {
      throw noAnswer();
    });
    let answer: unknown;
    try {
      answer = await ask(name, input);
    } catch (error) {
      const refusal = refusalIn(error);
      if (!refusal || OURS.includes(refusal.code)) throw noAnswer();
      const details = Details.safeParse(refusal.details);
      throw new CallRefused(refusal.code, refusal.message, details.success ? details.data.fields : []);
    }
    // The schemas are keyed by the same names as the types, which the compiler cannot see through the index.
    return CALLABLES[name].output.parse(answer) as CallableOutput<N>;
  }
}

const noAnswer = () =>
  new CallRefused(
    'unavailable',
    navigator.onLine
      ? 'Podmates did not answer. What you entered is still here; please try again.'
      : 'You are offline. What you entered is still here; try again when you are back.',
  );
