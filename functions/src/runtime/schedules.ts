import { onSchedule } from 'firebase-functions/scheduler';
import { type Desks } from './desks';
import { REGION } from './region';
import { theDesks } from './the-desks';

/** Periodic work by the name of its function. The local platform runs the same entries from its own clock. */
export const SCHEDULES = {
  sweepSlots: { every: 'every 60 minutes', run: (at: Desks) => at.streaks.sweep() },
  checkStreaks: { every: 'every 1440 minutes', run: (at: Desks) => at.streaks.check() },
  // First whatever pods wait for, so that who is first in turn is asked by a pod before others are put together with them.
  sweepPods: { every: 'every 5 minutes', run: (at: Desks) => at.pods.sweep() },
  matchWaiting: { every: 'every 5 minutes', run: (at: Desks) => at.matching.sweep() },
  sweepSessions: { every: 'every 5 minutes', run: (at: Desks) => at.sessions.sweep() },
  sweepCoach: { every: 'every 5 minutes', run: (at: Desks) => at.coach.sweep() },
  // Far apart, as each look reads every pod; a warning two weeks or two days ahead can wait half a day.
  warnTimeShifts: { every: 'every 720 minutes', run: (at: Desks) => at.pods.warnOfShifts() },
  sweepProofs: { every: 'every 1440 minutes', run: (at: Desks) => at.proofs.sweep() },
  sweepReviews: { every: 'every 60 minutes', run: (at: Desks) => at.reviews.sweep() },
  resendOutbox: { every: 'every 5 minutes', run: (at: Desks) => at.outbox.resend() },
} as const;
export type ScheduleName = keyof typeof SCHEDULES;

export const scheduled = (name: ScheduleName) =>
  onSchedule({ schedule: SCHEDULES[name].every, region: REGION }, async () => SCHEDULES[name].run(theDesks()));
