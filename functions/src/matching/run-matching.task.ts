import { taskFunction } from '../runtime/tasks';

export const runMatching = taskFunction('run-matching');
