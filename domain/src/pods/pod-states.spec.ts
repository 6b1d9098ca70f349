import { DomainError } from '../contracts';
import { PodStatus } from '../documents';
import { lossEvent, type PodEvent, statusAfter } from './pod-states';

const EVENTS: readonly PodEvent[] = [
  'lost-some',
  'left-with-one',
  'left-by-all',
  'joined',
  'looked-for',
  'not-found',
  'went-solo',
];
/** Every status × every event; '–' is refused. */
const EXPECTED: Record<PodStatus, readonly string[]> = {
  active: ['active', 'degraded', 'ended', 'active', 'active', 'active', '–'],
  degraded: ['–', '–', 'ended', 'active', 'degraded', 'degraded', 'solo'],
  solo: ['–', '–', 'ended', '–', '–', '–', '–'],
  ended: ['–', '–', '–', '–', '–', '–', '–'],
};

describe('the status of a pod', () => {
  const rows = PodStatus.options.flatMap((status) =>
    EVENTS.map((event, n) => [status, event, EXPECTED[status][n] ?? 'unknown'] as const),
  );

  it.each(rows)('%s, when it is %s: %s', (status, event, expected) => {
    if (expected === '–') expect(() => statusAfter(status, event)).toThrow(DomainError);
    else expect(statusAfter(status, event)).toBe(expected);
  });

  it.each([
    [0, 'left-by-all'],
    [1, 'left-with-one'],
    [2, 'lost-some'],
    [3, 'lost-some'],
  ])('with %d left is told as %s', (left, event) => expect(lossEvent(left)).toBe(event));
});
