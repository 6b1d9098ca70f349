import { callable } from '../runtime/callable';

export const commandSession = callable({
  name: 'commandSession',
  access: 'member',
  handle: (input, caller, desks) => desks.sessions.command(caller.id, input),
});
