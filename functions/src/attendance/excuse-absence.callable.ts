import { callable } from '../runtime/callable';

export const excuseAbsence = callable({
  name: 'excuseAbsence',
  access: 'member',
  handle: async (input, caller, desks) => {
    await desks.attendance.excuse(caller.id, input);
    return {};
  },
});
