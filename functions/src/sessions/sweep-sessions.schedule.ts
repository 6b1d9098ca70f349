import { scheduled } from '../runtime/schedules';

export const sweepSessions = scheduled('sweepSessions');
