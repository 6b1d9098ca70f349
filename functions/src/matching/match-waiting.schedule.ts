import { scheduled } from '../runtime/schedules';

export const matchWaiting = scheduled('matchWaiting');
