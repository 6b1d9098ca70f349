import { callable } from '../runtime/callable';

export const requestMatch = callable({
  name: 'requestMatch',
  access: 'member',
  handle: async (_input, caller, desks) => {
    await desks.matching.request(caller.id);
    return {};
  },
});
