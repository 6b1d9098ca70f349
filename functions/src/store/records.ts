import {
  AgendaItem,
  AuditEvent,
  CheckIn,
  CoachDoc,
  FeedEvent,
  MatchRequest,
  MatchRun,
  MatchShard,
  Member,
  MemberStatus,
  OutboxEntry,
  PATHS,
  Pod,
  PodDecision,
  PodHistoryEvent,
  Proposal,
  Relations,
  Session,
  SessionNote,
  Slot,
  Sprint,
  Streak,
  VideoEvent,
  agendaPath,
  checkInVersionsPath,
  coachDocsPath,
  decisionsPath,
  feedPath,
  notesPath,
  podHistoryPath,
  videoEventsPath,
} from '@podmates/domain';
import { type Firestore } from 'firebase-admin/firestore';
import { type Schema, converterFor } from './converter';

/** Every collection the server touches, typed: reading one of these gives a checked document of the domain. */
export const recordsOf = (db: Firestore) => {
  const of = <T extends { id: string }>(path: string, schema: Schema<T>) =>
    db.collection(path).withConverter(converterFor(schema));
  return {
    members: of(PATHS.members, Member),
    memberStatuses: of(PATHS.memberStatuses, MemberStatus),
    sprints: of(PATHS.sprints, Sprint),
    slots: of(PATHS.slots, Slot),
    checkIns: of(PATHS.checkIns, CheckIn),
    checkInVersions: (slotId: string) => of(checkInVersionsPath(slotId), CheckIn),
    streaks: of(PATHS.streaks, Streak),
    matchRequests: of(PATHS.matchRequests, MatchRequest),
    relations: of(PATHS.relations, Relations),
    matchRuns: of(PATHS.matchRuns, MatchRun),
    matchShards: of(PATHS.matchShards, MatchShard),
    proposals: of(PATHS.proposals, Proposal),
    pods: of(PATHS.pods, Pod),
    decisions: (podId: string) => of(decisionsPath(podId), PodDecision),
    podHistory: (podId: string) => of(podHistoryPath(podId), PodHistoryEvent),
    feed: (podId: string) => of(feedPath(podId), FeedEvent),
    sessions: of(PATHS.sessions, Session),
    agenda: (sessionId: string) => of(agendaPath(sessionId), AgendaItem),
    notes: (sessionId: string) => of(notesPath(sessionId), SessionNote),
    videoEvents: (sessionId: string) => of(videoEventsPath(sessionId), VideoEvent),
    coachDocs: (sessionId: string) => of(coachDocsPath(sessionId), CoachDoc),
    auditEvents: of(PATHS.auditEvents, AuditEvent),
    outbox: of(PATHS.outbox, OutboxEntry),
  };
};
export type Records = ReturnType<typeof recordsOf>;
