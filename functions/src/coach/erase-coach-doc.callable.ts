import { callable } from '../runtime/callable';

export const eraseCoachDoc = callable({
  name: 'eraseCoachDoc',
  access: 'member',
  handle: async (input, caller, desks) => {
    await desks.coach.erase(caller.id, input);
    return {};
  },
});
