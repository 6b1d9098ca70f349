import { callable } from '../runtime/callable';

export const leavePod = callable({
  name: 'leavePod',
  access: 'member',
  handle: async (input, caller, desks) => {
    await desks.pods.leave(caller.id, input);
    return {};
  },
});
