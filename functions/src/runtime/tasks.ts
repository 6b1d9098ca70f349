import { Id } from '@podmates/domain';
import { onTaskDispatched, type TaskQueueOptions } from 'firebase-functions/tasks';
import * as z from 'zod';
import { type Desks } from './desks';
import { type OutboxTask } from './ports';
import { REGION } from './region';
import { theDesks } from './the-desks';

/** What each kind of delayed work does. All re-read, and drop what is no longer due. */
export const TASKS: Record<OutboxTask, (desks: Desks, subjectId: string) => Promise<void>> = {
  'close-slot': (desks, slotId) => desks.streaks.closeSlot(slotId),
  'expire-proposal': (desks, proposalId) => desks.matching.expire(proposalId),
  'advance-session': (desks, sessionId) => desks.sessions.advance(sessionId),
  'run-matching': async (desks, memberId) => {
    await desks.pods.fill();
    await desks.matching.runFor(memberId);
  },
  'match-shard': (desks, shardId) => desks.matching.matchShard(shardId),
  'ease-waiting': (desks, sessionId) => desks.attendance.easeWaiting(sessionId),
  'settle-attendance': (desks, sessionId) => desks.attendance.settle(sessionId),
  'decide-pod': (desks, podId) => desks.pods.decide(podId),
  // Whatever is due at the time that the session has by then: of a moved one nothing at the old time.
  'remind-session': (desks, sessionId) => desks.sessions.advance(sessionId),
  'clean-proof': (desks, slotId) => desks.proofs.clean(slotId),
  'coach-session': (desks, sessionId) => desks.coach.run(sessionId),
  'assign-reviewers': (desks, challengeId) => desks.reviews.assign(challengeId),
  'expire-challenge': (desks, challengeId) => desks.reviews.expire(challengeId),
  'part-words': (desks, memberId) => desks.chat.partWords(memberId),
};

const TaskPayload = z.object({ subjectId: Id });

/** Retried on failure; running twice changes nothing. */
export const taskFunction = (task: OutboxTask, needs: Pick<TaskQueueOptions, 'memory' | 'concurrency'> = {}) =>
  onTaskDispatched(
    {
      ...needs,
      region: REGION,
      retryConfig: { maxAttempts: 5, minBackoffSeconds: 10 },
      rateLimits: { maxDispatchesPerSecond: 50 },
    },
    async (request) => TASKS[task](theDesks(), TaskPayload.parse(request.data).subjectId),
  );
