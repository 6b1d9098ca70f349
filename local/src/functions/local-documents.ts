/** Collections of the local platform alone. No client may read them: rules deny what they do not name. */
export const LOCAL_PATHS = {
  /** One document: `offsetMs`, how far the local clock is ahead of the machine's, in milliseconds. */
  clock: 'local/clock',
  /** Delayed work: `task`, `subjectId`, `runAt`, `state` ('waiting' or 'done'), `attempts`. */
  tasks: 'localTasks',
  /** What was sent to members: `memberId`, `event`, `subjectId`, `at`. */
  inbox: 'localInbox',
} as const;
