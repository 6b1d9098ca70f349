import { scheduled } from '../runtime/schedules';

export const sweepSlots = scheduled('sweepSlots');
