import { taskFunction } from '../runtime/tasks';

export const matchShard = taskFunction('match-shard');
