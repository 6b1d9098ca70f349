import { callable } from '../runtime/callable';

export const saveMatchPreferences = callable({
  name: 'saveMatchPreferences',
  access: 'member',
  handle: async (input, caller, desks) => {
    await desks.accounts.savePreferences(caller.id, input);
    return {};
  },
});
