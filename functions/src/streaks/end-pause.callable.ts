import { callable } from '../runtime/callable';

export const endPause = callable({
  name: 'endPause',
  access: 'member',
  handle: (input, caller, desks) => desks.streaks.endPause(caller.id, input),
});
