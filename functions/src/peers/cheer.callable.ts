import { callable } from '../runtime/callable';

export const cheer = callable({
  name: 'cheer',
  access: 'member',
  handle: (input, caller, desks) => desks.peers.cheer(caller.id, input),
});
