import { scheduled } from '../runtime/schedules';

export const resendOutbox = scheduled('resendOutbox');
