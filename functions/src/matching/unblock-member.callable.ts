import { callable } from '../runtime/callable';

export const unblockMember = callable({
  name: 'unblockMember',
  access: 'member',
  handle: async (input, caller, desks) => {
    await desks.relations.unblock(caller.id, input);
    return {};
  },
});
