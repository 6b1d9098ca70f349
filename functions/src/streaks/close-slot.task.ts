import { taskFunction } from '../runtime/tasks';

export const closeSlot = taskFunction('close-slot');
