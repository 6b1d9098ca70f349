import { callable } from '../runtime/callable';

export const sendMessage = callable({
  name: 'sendMessage',
  access: 'member',
  handle: (input, caller, desks) => desks.chat.send(caller.id, input),
});
