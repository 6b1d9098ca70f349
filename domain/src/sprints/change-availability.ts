import { DomainError } from '../contracts';
import { type AvailabilityWindow, type Sprint } from '../documents';
import { problemsOfAvailability } from './plan-problems';

/**
 * The sprint with other hours for its pod. They are no promise, unlike its slots, so they may change while it runs.
 * @throws DomainError 'invalid-argument' with fields; 'failed-precondition': the sprint is over
 */
export function changeAvailability(sprint: Sprint, availability: AvailabilityWindow[]): Sprint {
  const problems = problemsOfAvailability(availability);
  if (problems.length > 0) throw new DomainError('invalid-argument', 'The hours need another look.', problems);
  if (sprint.status !== 'planned' && sprint.status !== 'active')
    throw new DomainError('failed-precondition', 'This sprint is over. The next one asks for your hours again.');
  return { ...sprint, availability, version: sprint.version + 1 };
}
