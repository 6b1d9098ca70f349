export { agendaFor, nextItemAfter, orderKeyBetween, sortAgenda, visibleAgenda } from './agenda';
export {
  type AgendaChanges,
  type AgendaEdit,
  afterWrite,
  type AgendaWrite,
  type Alternative,
  alternativesOf,
  fateOf,
  isTaken,
  withOwnEdits,
  writeFor,
} from './agenda-edits';
export { applyCommand } from './apply-command';
export { CATCH_UP_FROM_MS, type CatchUp, catchUp } from './catch-up';
export * from './fair-times';
export { hostPresence, type HostPresence } from './host-loss';
export { checkCompany, comesIn, inRoom, NO_JOIN_NOW } from './joining';
export { newSession } from './new-session';
export { nextDueAt } from './next-due';
export { cancelledSession, sessionWith, sessionWithAway, sessionWithout } from './session-people';
export { editorsByItem, HEARTBEAT_MS, PRESENT_WINDOW_MS, presentMembers } from './presence';
export { firstReminderAt, remindedIds, type Reminder, reminderDue, REMINDERS, remindersDelivered } from './reminders';
export { FARTHEST_SESSION_MS } from './time-vote';
export { verdict, VOTE_LASTS_MS } from './verdict';
export { restingIds, withPauses } from './session-pauses';
export { absenceNotice, type AbsenceNotice, expectedIds, isEnoughWithout, isTooFew } from './withdrawals';
export { advanceBySystem, LOBBY_OPENS_MS, nextSystemChange } from './system-changes';
export { type TimerView, timerView } from './timer';
export { type VideoEntry, inVideo, NO_VIDEO_NOW, videoEntry, videoRoomName, withVideo } from './video-room';
export { type CommandKind, SESSION_TRANSITIONS, stateAfter } from './transitions';
export { mayWriteAt, PACE, type Pace, type SeenRevision, withSeen } from './write-pacing';
