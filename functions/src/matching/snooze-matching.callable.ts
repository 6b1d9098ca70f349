import { callable } from '../runtime/callable';

export const snoozeMatching = callable({
  name: 'snoozeMatching',
  access: 'member',
  handle: async (input, caller, desks) => {
    await desks.matching.snooze(caller.id, input);
    return {};
  },
});
