import { callable } from '../runtime/callable';

export const planPause = callable({
  name: 'planPause',
  access: 'member',
  handle: (input, caller, desks) => desks.streaks.planPause(caller.id, input),
});
