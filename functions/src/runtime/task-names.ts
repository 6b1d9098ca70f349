import { type OutboxTask } from './ports';

/** The function that carries out each kind of delayed work; its queue has the same name. */
export const TASK_FUNCTIONS = {
  'close-slot': 'closeSlot',
  'expire-proposal': 'expireProposal',
  'advance-session': 'advanceSession',
  'run-matching': 'runMatching',
  'decide-pod': 'decidePod',
  'match-shard': 'matchShard',
  'remind-session': 'remindSession',
  'ease-waiting': 'easeWaiting',
  'settle-attendance': 'settleAttendance',
  'part-words': 'partWords',
  'clean-proof': 'cleanProof',
  'coach-session': 'coachSession',
  'assign-reviewers': 'assignReviewers',
  'expire-challenge': 'expireChallenge',
} as const satisfies Record<OutboxTask, string>;
