import { taskFunction } from '../runtime/tasks';

export const expireProposal = taskFunction('expire-proposal');
