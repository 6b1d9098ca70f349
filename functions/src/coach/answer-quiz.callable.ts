import { callable } from '../runtime/callable';

export const answerQuiz = callable({
  name: 'answerQuiz',
  access: 'member',
  handle: (input, caller, desks) => desks.coach.answerQuiz(caller.id, input),
});
