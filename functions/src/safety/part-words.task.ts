import { taskFunction } from '../runtime/tasks';

export const partWords = taskFunction('part-words');
