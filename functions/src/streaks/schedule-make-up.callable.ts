import { callable } from '../runtime/callable';

export const scheduleMakeUp = callable({
  name: 'scheduleMakeUp',
  access: 'member',
  handle: (input, caller, desks) => desks.streaks.scheduleMakeUp(caller.id, input),
});
