/** Collections of the local platform alone. No client may read them: rules deny what they do not name. */
export const LOCAL_PATHS = {
  /** One document: `offsetMs`, how far the local clock is ahead of the machine's, in milliseconds, and its last `moves`. */
  clock: 'local/clock',
  /** Delayed work: `task`, `subjectId`, `runAt`, `state` ('waiting' or 'done'), `attempts`. */
  tasks: 'localTasks',
  /** What was sent to members: `memberId`, `event`, `subjectId`, `at`. */
  inbox: 'localInbox',
} as const;

/** From `at` on, in the machine's milliseconds, the local clock was ahead by so much. */
export interface ClockStep {
  readonly at: number;
  readonly offsetMs: number;
}
