import { callable } from '../runtime/callable';

export const nudge = callable({
  name: 'nudge',
  access: 'member',
  handle: (input, caller, desks) => desks.peers.nudge(caller.id, input),
});
