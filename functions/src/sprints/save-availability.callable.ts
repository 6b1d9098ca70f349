import { callable } from '../runtime/callable';

export const saveAvailability = callable({
  name: 'saveAvailability',
  access: 'member',
  handle: async (input, caller, desks) => {
    await desks.sprints.changeAvailability(caller.id, input);
    return {};
  },
});
