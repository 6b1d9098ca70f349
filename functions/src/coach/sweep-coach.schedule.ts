import { scheduled } from '../runtime/schedules';

export const sweepCoach = scheduled('sweepCoach');
