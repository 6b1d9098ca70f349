import { callable } from '../runtime/callable';

export const saveProfile = callable({
  name: 'saveProfile',
  access: 'member',
  handle: (input, caller, desks) => desks.accounts.saveProfile(caller.id, input),
});
