import { taskFunction } from '../runtime/tasks';

export const easeWaiting = taskFunction('ease-waiting');
