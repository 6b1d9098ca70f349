import { callable } from '../runtime/callable';

export const readMatchingFairness = callable({
  name: 'readMatchingFairness',
  access: 'moderator',
  handle: (_input, _caller, desks) => desks.fairness.read(),
});
