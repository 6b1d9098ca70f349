import { taskFunction } from '../runtime/tasks';

export const remindSession = taskFunction('remind-session');
