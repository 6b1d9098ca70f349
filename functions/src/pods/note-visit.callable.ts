import { callable } from '../runtime/callable';

export const noteVisit = callable({
  name: 'noteVisit',
  access: 'member',
  handle: async (_input, caller, desks) => {
    await desks.pods.noteVisit(caller.id);
    return {};
  },
});
