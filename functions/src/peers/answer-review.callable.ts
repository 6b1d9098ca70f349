import { callable } from '../runtime/callable';

export const answerReview = callable({
  name: 'answerReview',
  access: 'member',
  handle: (input, caller, desks) => desks.reviews.answer(caller.id, input),
});
