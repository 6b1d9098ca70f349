import { callable } from '../runtime/callable';

export const startSprint = callable({
  name: 'startSprint',
  access: 'member',
  handle: (input, caller, desks) => desks.sprints.start(caller.id, input),
});
