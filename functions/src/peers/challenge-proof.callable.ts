import { callable } from '../runtime/callable';

export const challengeProof = callable({
  name: 'challengeProof',
  access: 'member',
  handle: (input, caller, desks) => desks.reviews.challenge(caller.id, input),
});
