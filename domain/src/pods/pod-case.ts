import { type Pod, type PodDecision, type PodHistoryEvent } from '../documents';

/** A pod with every question that is not closed yet. */
export interface PodCase {
  readonly pod: Pod;
  readonly decisions: readonly PodDecision[];
}

/**
 * People who leave, and where to: `queue` looks for another pod ahead of those who just came, `together` makes a pod
 * of their own, `along` follows `withId`, `way-back` may return, `exit` ends the sprint as well.
 */
export interface Departure {
  readonly memberIds: readonly string[];
  readonly to: 'nowhere' | 'queue' | 'together' | 'along' | 'way-back' | 'exit';
  readonly why: PodHistoryEvent['why'];
  readonly withId?: string;
}

/** What an event makes of a pod: the next case, who left, and whose rematch has taken too long. */
export interface PodOutcome extends PodCase {
  readonly departures: readonly Departure[];
  readonly lateFor: readonly string[];
}

/** What an event needs besides its case; ids are given out, as the domain makes none. */
export interface Circumstances {
  readonly now: Date;
  readonly nextId: () => string;
}

export const untouched = (before: PodCase): PodOutcome => ({ ...before, departures: [], lateFor: [] });

export const withPod = (outcome: PodOutcome, fields: Partial<Pod>): PodOutcome => ({
  ...outcome,
  pod: { ...outcome.pod, ...fields },
});

export const withDecision = (outcome: PodOutcome, decision: PodDecision): PodOutcome => ({
  ...outcome,
  decisions: outcome.decisions.some(({ id }) => id === decision.id)
    ? outcome.decisions.map((other) => (other.id === decision.id ? decision : other))
    : [...outcome.decisions, decision],
});

export const isOpen = (decision: PodDecision): boolean => decision.state === 'open';
export const isOpenAs =
  (...kinds: readonly PodDecision['kind'][]) =>
  (decision: PodDecision): boolean =>
    isOpen(decision) && kinds.includes(decision.kind);

/** The name that the pod knows somebody by. */
export const subjectOf = (pod: Pod, id: string): { id: string; name: string } => ({
  id,
  name: pod.cards.find((card) => card.id === id)?.displayName ?? '',
});
