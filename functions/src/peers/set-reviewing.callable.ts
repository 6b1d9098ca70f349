import { callable } from '../runtime/callable';

export const setReviewing = callable({
  name: 'setReviewing',
  access: 'member',
  handle: (input, caller, desks) => desks.reviews.setReviewing(caller.id, input),
});
