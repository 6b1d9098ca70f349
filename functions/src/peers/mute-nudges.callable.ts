import { callable } from '../runtime/callable';

export const muteNudges = callable({
  name: 'muteNudges',
  access: 'member',
  handle: async (input, caller, desks) => {
    await desks.relations.muteNudges(caller.id, input);
    return {};
  },
});
