import { taskFunction } from '../runtime/tasks';

/** One picture at a time in each instance: the largest takes a third of this memory. */
export const cleanProof = taskFunction('clean-proof', { memory: '1GiB', concurrency: 1 });
