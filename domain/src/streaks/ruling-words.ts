import { type SlotRuling } from '../documents';

/** Each rule in words, as the beginning of a sentence that `countStreak` ends with what it did to the streak. */
export const RULING_WORDS: Readonly<Record<SlotRuling, string>> = {
  'in-time': 'Checked in before the day ended, so it is on time',
  'offline-claimed':
    'Offline-claimed: captured before the day ended, received within 24 hours of it and by a clock right to 5 minutes, so it is on time',
  imported: 'A connected app reported it within 7 days, so it is on time',
  'in-grace': 'Checked in within the 12 hours of grace, so it is late and counts',
  'offline-unproven':
    'Captured before the day ended, but by a clock not known to be right to 5 minutes, so it is late and counts',
  'offline-over-budget':
    'Captured before the day ended, but the third such in 7 days of a staked sprint, so it is late and counts',
  rest: 'A day of rest',
  'planned-pause': 'A planned pause',
  'illness-pause': 'A pause for illness',
  'pod-changed': 'Excused because somebody left the pod',
  'made-up': 'Made up within 72 hours and in the same week, so it is completed, though not on time',
  'made-up-on-backup': 'Made up on the backup day of its week, so it is completed, though not on time',
  'not-kept': 'No check-in by the end of the 12 hours of grace',
  'came-too-early': 'The check-in came before the day began, when none is taken',
  'came-too-late': 'The check-in came after the 12 hours of grace',
  'make-up-too-late': 'The make-up was not within 72 hours and the same week',
  'pause-without-notice': 'The pause was asked for less than 7 days ahead on a staked sprint',
  'second-illness': 'A second pause for illness in one sprint waits for a moderator',
  'no-show': 'Absent from a live session',
  'proof-overturned': 'Two people outside the pod found that its proof does not show it',
};
