import { callable } from '../runtime/callable';

export const suggestTimes = callable({
  name: 'suggestTimes',
  access: 'member',
  handle: (input, caller, desks) => desks.sessions.suggest(caller.id, input),
});
