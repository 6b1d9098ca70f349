import { callable } from '../runtime/callable';

export const returnToPod = callable({
  name: 'returnToPod',
  access: 'member',
  handle: (_input, caller, desks) => desks.pods.comeBack(caller.id),
});
