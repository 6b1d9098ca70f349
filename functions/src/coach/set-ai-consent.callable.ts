import { callable } from '../runtime/callable';

export const setAiConsent = callable({
  name: 'setAiConsent',
  access: 'member',
  handle: async (input, caller, desks) => {
    await desks.coach.setConsent(caller.id, input);
    return {};
  },
});
