import { callable } from '../runtime/callable';

export const answerCoachAction = callable({
  name: 'answerCoachAction',
  access: 'member',
  handle: (input, caller, desks) => desks.coach.answer(caller.id, input),
});
