import { scheduled } from '../runtime/schedules';

export const sweepProofs = scheduled('sweepProofs');
