import { scheduled } from '../runtime/schedules';

export const sweepReviews = scheduled('sweepReviews');
