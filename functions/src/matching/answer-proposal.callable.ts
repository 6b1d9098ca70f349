import { callable } from '../runtime/callable';

export const answerProposal = callable({
  name: 'answerProposal',
  access: 'member',
  handle: (input, caller, desks) => desks.matching.answer(caller.id, input),
});
