export { agendaFor, nextItemAfter, orderKeyBetween, sortAgenda, visibleAgenda } from './agenda';
export { applyCommand } from './apply-command';
export { newSession } from './new-session';
export { cancelledSession, sessionWith, sessionWithout } from './session-people';
export { HEARTBEAT_MS, PRESENT_WINDOW_MS, presentMembers } from './presence';
export { summarise } from './summary';
export { advanceBySystem, LOBBY_OPENS_MS, nextSystemChange } from './system-changes';
export { type TimerView, timerView } from './timer';
export { type CommandKind, SESSION_TRANSITIONS, stateAfter } from './transitions';
