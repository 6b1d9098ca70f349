import { taskFunction } from '../runtime/tasks';

export const settleAttendance = taskFunction('settle-attendance');
