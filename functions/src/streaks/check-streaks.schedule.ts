import { scheduled } from '../runtime/schedules';

export const checkStreaks = scheduled('checkStreaks');
