import { scheduled } from '../runtime/schedules';

export const warnTimeShifts = scheduled('warnTimeShifts');
