import { taskFunction } from '../runtime/tasks';

export const assignReviewers = taskFunction('assign-reviewers');
