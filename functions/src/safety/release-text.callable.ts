import { callable } from '../runtime/callable';

export const releaseText = callable({
  name: 'releaseText',
  access: 'moderator',
  handle: (input, caller, desks) => desks.chat.decide(caller.id, input),
});
