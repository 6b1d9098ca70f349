import { callable } from '../runtime/callable';

export const setFavourite = callable({
  name: 'setFavourite',
  access: 'member',
  handle: async (input, caller, desks) => {
    await desks.relations.setFavourite(caller.id, input);
    return {};
  },
});
