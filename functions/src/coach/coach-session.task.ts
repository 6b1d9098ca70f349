import { taskFunction } from '../runtime/tasks';

export const coachSession = taskFunction('coach-session');
