export { CallRefused, Callables } from './callables';
export { Identity, type Person } from './identity';
export { MatchData } from './match-data';
export { MemberData } from './member-data';
export { type Provider, SignInExplained, SignInStopped } from './platform-port';
export { PodData } from './pod-data';
export { ProofFiles, type UploadNews } from './proof-files';
export { type AgendaChanges, type NewAgendaItem, type NewNote, SessionData } from './session-data';
export { SprintData } from './sprint-data';
