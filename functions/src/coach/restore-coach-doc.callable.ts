import { callable } from '../runtime/callable';

export const restoreCoachDoc = callable({
  name: 'restoreCoachDoc',
  access: 'member',
  handle: (input, caller, desks) => desks.coach.restore(caller.id, input),
});
