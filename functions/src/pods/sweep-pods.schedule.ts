import { scheduled } from '../runtime/schedules';

export const sweepPods = scheduled('sweepPods');
