import { callable } from '../runtime/callable';

export const tickChecklist = callable({
  name: 'tickChecklist',
  access: 'member',
  handle: async (input, caller, desks) => {
    await desks.coach.tick(caller.id, input);
    return {};
  },
});
