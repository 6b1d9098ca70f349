import { callable } from '../runtime/callable';

export const cancelMatch = callable({
  name: 'cancelMatch',
  access: 'member',
  handle: async (_input, caller, desks) => {
    await desks.matching.cancel(caller.id);
    return {};
  },
});
