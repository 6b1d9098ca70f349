import { taskFunction } from '../runtime/tasks';

export const advanceSession = taskFunction('advance-session');
