import { callable } from '../runtime/callable';

export const leaveSafely = callable({
  name: 'leaveSafely',
  access: 'member',
  handle: async (input, caller, desks) => {
    await desks.safety.leave(caller.id, input);
    return {};
  },
});
