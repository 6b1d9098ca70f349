import { computed, inject, signal } from '@angular/core';
import { type CallableInput, type CallableName, type CallableOutput } from '@podmates/domain';
import { Callables, CallRefused } from './callables';

/** Asks the server for one thing at a time. Made in a field, so that it finds what it injects. */
export class OneAsk<What extends string = string> {
  private readonly callables = inject(Callables);
  private readonly awaited = signal<What | null>(null);
  private readonly no = signal('');

  /** What an answer is awaited for; null while nothing is. */
  readonly busyWith = this.awaited.asReadonly();
  readonly isBusy = computed(() => this.awaited() !== null);
  /** The server's words when it said no; empty once something else is asked. */
  readonly refusal = this.no.asReadonly();

  /** What the server answered; null when it said no, or when another answer is still awaited. */
  async ask<N extends CallableName>(
    what: What,
    name: N,
    input: CallableInput<N>,
  ): Promise<{ readonly output: CallableOutput<N> } | null> {
    if (this.isBusy()) return null;
    this.awaited.set(what);
    this.no.set('');
    try {
      return { output: await this.callables.call(name, input) };
    } catch (error) {
      if (!(error instanceof CallRefused)) throw error;
      this.no.set(error.message);
      return null;
    } finally {
      this.awaited.set(null);
    }
  }
}
