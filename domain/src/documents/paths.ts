/** Every collection of the product. `tests/rules/policy.ts` has a row for each; one without a row fails its test. */
export const PATHS = {
  members: 'members',
  memberStatuses: 'memberStatuses',
  sprints: 'sprints',
  slots: 'slots',
  checkIns: 'checkIns',
  streaks: 'streaks',
  matchRequests: 'matchRequests',
  relations: 'relations',
  matchRuns: 'matchRuns',
  matchShards: 'matchShards',
  proposals: 'proposals',
  pods: 'pods',
  sessions: 'sessions',
  safetyReports: 'safetyReports',
  heldTexts: 'heldTexts',
  chatRates: 'chatRates',
  auditEvents: 'auditEvents',
  outbox: 'outbox',
  attendanceRecords: 'attendanceRecords',
  coachActions: 'coachActions',
  coachBudgets: 'coachBudgets',
  coachRuns: 'coachRuns',
  challenges: 'challenges',
  challengeRecords: 'challengeRecords',
  reviews: 'reviews',
  reviewers: 'reviewers',
  nudges: 'nudges',
  proofHashes: 'proofHashes',
} as const;

/** Server-only: one document per device that registered for push. */
export const devicesPath = (memberId: string) => `${PATHS.members}/${memberId}/devices`;
/** Server-only: each accepted version of a check-in, ids `v1`, `v2` … */
export const checkInVersionsPath = (slotId: string) => `${PATHS.checkIns}/${slotId}/versions`;
export const messagesPath = (podId: string) => `${PATHS.pods}/${podId}/messages`;
/** The chat of a session. */
export const chatPath = (sessionId: string) => `${PATHS.sessions}/${sessionId}/messages`;
export const feedPath = (podId: string) => `${PATHS.pods}/${podId}/feed`;
export const decisionsPath = (podId: string) => `${PATHS.pods}/${podId}/decisions`;
/** Server-only: who came and went. */
export const podHistoryPath = (podId: string) => `${PATHS.pods}/${podId}/history`;
export const agendaPath = (sessionId: string) => `${PATHS.sessions}/${sessionId}/agenda`;
export const notesPath = (sessionId: string) => `${PATHS.sessions}/${sessionId}/notes`;
export const privateNotesPath = (sessionId: string) => `${PATHS.sessions}/${sessionId}/privateNotes`;
export const presencePath = (sessionId: string) => `${PATHS.sessions}/${sessionId}/presence`;
/** Server-only. */
export const videoEventsPath = (sessionId: string) => `${PATHS.sessions}/${sessionId}/videoEvents`;
export const attendancePath = (sessionId: string) => `${PATHS.sessions}/${sessionId}/attendance`;
export const testimoniesPath = (sessionId: string) => `${PATHS.sessions}/${sessionId}/testimonies`;
export const coachDocsPath = (sessionId: string) => `${PATHS.sessions}/${sessionId}/coachDocs`;
export const quizResultsPath = (sessionId: string) => `${PATHS.sessions}/${sessionId}/quizResults`;
export const aiConsentsPath = (sessionId: string) => `${PATHS.sessions}/${sessionId}/aiConsents`;
/** Storage path of a proof file as it was sent; nobody reads it but the server, once. */
export const proofPath = (memberId: string, slotId: string, fileName: string) =>
  `proofs/${memberId}/${slotId}/${fileName}`;
/** Storage path of what may be shown of a proof; the name tells its content, so that making it twice makes one. */
export const shownProofPath = (memberId: string, slotId: string, name: string) => `shown/${memberId}/${slotId}/${name}`;
