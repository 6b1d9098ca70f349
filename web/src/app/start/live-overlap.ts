import { computed, inject, linkedSignal, type Signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { type CallableInput, type CallableOutput } from '@podmates/domain';
import { defer, switchMap, timer } from 'rxjs';
import { Callables } from '../firebase';

export const NO_HOURS_YET = 'Add hours to see how many people share them.';
export const NOT_CLEAR_YET = 'Counted as soon as hours and wishes are complete.';
/** Long enough that a list of taps asks once, short enough to feel live. */
const PAUSE_MS = 400;

/** How many who wait share these hours, in words, counted anew after each change. A text says why nothing is asked. */
export function liveOverlap(asked: () => CallableInput<'previewOverlap'> | string): Signal<string> {
  const callables = inject(Callables);
  const wanted = computed(asked, { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) });
  const question = computed(() => {
    const now = wanted();
    return typeof now === 'string' ? undefined : now;
  });
  const answer = rxResource({
    params: () => question(),
    stream: ({ params }) =>
      timer(PAUSE_MS).pipe(switchMap(() => defer(() => callables.call('previewOverlap', params)))),
  });
  const news = (): string | null => {
    if (answer.error()) return 'The live count is not available just now. Your hours are kept.';
    return answer.hasValue() ? sayOverlap(answer.value()) : null;
  };
  /** While the next count is on its way the last one stands: a line that blinks cannot be read. */
  return linkedSignal<{ idle: string; words: string | null }, string>({
    source: () => {
      const now = wanted();
      return { idle: typeof now === 'string' ? now : '', words: news() };
    },
    computation: ({ idle, words }, earlier) =>
      idle || (words ?? (earlier?.source.idle === '' ? earlier.value : 'Counting how many people share them…')),
  });
}

function sayOverlap({ people, hours }: CallableOutput<'previewOverlap'>): string {
  if (people === 0) return 'Nobody who waits shares these hours yet. Others come every day; more hours help.';
  const who = people === 1 ? '1 person who waits shares' : `${people} people who wait share`;
  return `${who} ${hours} of your hours right now.`;
}
