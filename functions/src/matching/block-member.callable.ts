import { callable } from '../runtime/callable';

export const blockMember = callable({
  name: 'blockMember',
  access: 'member',
  handle: async (input, caller, desks) => {
    await desks.relations.block(caller.id, input);
    return {};
  },
});
