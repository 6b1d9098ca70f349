import { DomainError } from '../contracts';
import { type PodStatus } from '../documents';

/** What can happen to a pod as a whole. */
export type PodEvent =
  'lost-some' | 'left-with-one' | 'left-by-all' | 'joined' | 'looked-for' | 'not-found' | 'went-solo';

/**
 * Which event leads where; what is missing is refused. One who is left chooses how to go on (`degraded`); nobody is
 * put into a pod whose last member chose to go on alone, and nothing brings an ended one back.
 */
export const POD_TRANSITIONS = {
  active: {
    'lost-some': 'active',
    'left-with-one': 'degraded',
    'left-by-all': 'ended',
    joined: 'active',
    'looked-for': 'active',
    'not-found': 'active',
  },
  degraded: {
    'left-by-all': 'ended',
    joined: 'active',
    'looked-for': 'degraded',
    'not-found': 'degraded',
    'went-solo': 'solo',
  },
  solo: { 'left-by-all': 'ended' },
  ended: {},
} as const satisfies Record<PodStatus, Partial<Record<PodEvent, PodStatus>>>;

const STATUS_IN_WORDS: Record<PodStatus, string> = {
  active: 'is going on',
  degraded: 'waits for its last member to choose',
  solo: 'goes on with one',
  ended: 'has ended',
};

/** @throws DomainError 'failed-precondition': not in this status */
export function statusAfter(status: PodStatus, event: PodEvent): PodStatus {
  const allowed: Partial<Record<PodEvent, PodStatus>> = POD_TRANSITIONS[status];
  const next = allowed[event];
  if (!next) throw new DomainError('failed-precondition', `This pod ${STATUS_IN_WORDS[status]}.`);
  return next;
}

/** What losing people is, by how many are left. */
export const lossEvent = (left: number): PodEvent =>
  left === 0 ? 'left-by-all' : left === 1 ? 'left-with-one' : 'lost-some';
