import { callable } from '../runtime/callable';

export const checkIn = callable({
  name: 'checkIn',
  access: 'member',
  handle: (input, caller, desks) => desks.checkins.checkIn(caller.id, input),
});
