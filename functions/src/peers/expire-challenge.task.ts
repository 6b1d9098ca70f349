import { taskFunction } from '../runtime/tasks';

export const expireChallenge = taskFunction('expire-challenge');
