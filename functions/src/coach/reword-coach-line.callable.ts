import { callable } from '../runtime/callable';

export const rewordCoachLine = callable({
  name: 'rewordCoachLine',
  access: 'member',
  handle: (input, caller, desks) => desks.coach.reword(caller.id, input),
});
