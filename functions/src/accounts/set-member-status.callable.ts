import { callable } from '../runtime/callable';

export const setMemberStatus = callable({
  name: 'setMemberStatus',
  access: 'moderator',
  handle: async (input, caller, desks) => {
    await desks.accounts.setStatus({ actorId: caller.id, ...input });
    return {};
  },
});
