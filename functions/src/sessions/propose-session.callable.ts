import { callable } from '../runtime/callable';

export const proposeSession = callable({
  name: 'proposeSession',
  access: 'member',
  handle: (input, caller, desks) => desks.sessions.propose(caller.id, input),
});
