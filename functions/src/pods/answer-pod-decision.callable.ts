import { callable } from '../runtime/callable';

export const answerPodDecision = callable({
  name: 'answerPodDecision',
  access: 'member',
  handle: (input, caller, desks) => desks.pods.answer(caller.id, input),
});
