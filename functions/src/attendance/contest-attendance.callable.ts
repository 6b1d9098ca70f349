import { callable } from '../runtime/callable';

export const contestAttendance = callable({
  name: 'contestAttendance',
  access: 'member',
  handle: (input, caller, desks) => desks.attendance.contest(caller.id, input),
});
