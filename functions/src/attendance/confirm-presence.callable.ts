import { callable } from '../runtime/callable';

export const confirmPresence = callable({
  name: 'confirmPresence',
  access: 'member',
  handle: async (input, caller, desks) => {
    await desks.attendance.confirm(caller.id, input);
    return {};
  },
});
