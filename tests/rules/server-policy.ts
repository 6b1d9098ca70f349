import {
  AuditEvent,
  ChatRate,
  devicesPath,
  HeldText,
  MatchRun,
  MatchShard,
  OutboxEntry,
  PATHS,
  PodHistoryEvent,
  podHistoryPath,
  SafetyReport,
  VideoEvent,
  videoEventsPath,
} from '@podmates/domain';
import { type CollectionPolicy } from './policy';
import * as sample from './sample-documents';

const anyDocument = { parse: (stored: unknown) => stored };

/** What the server keeps for itself: no client reads or writes any of it. */
export const SERVER_POLICY: readonly CollectionPolicy[] = [
  { collection: devicesPath('{key}'), schema: anyDocument, stored: sample.aDevice, allowed: {} },
  { collection: podHistoryPath('{key}'), schema: PodHistoryEvent, stored: sample.aHistoryEvent, allowed: {} },
  { collection: videoEventsPath('{key}'), schema: VideoEvent, stored: sample.aVideoEvent, allowed: {} },
  { collection: PATHS.safetyReports, schema: SafetyReport, stored: sample.aSafetyReport, allowed: {} },
  { collection: PATHS.heldTexts, schema: HeldText, stored: sample.aHeldText, allowed: {} },
  { collection: PATHS.chatRates, schema: ChatRate, stored: sample.aChatRate, allowed: {} },
  { collection: PATHS.auditEvents, schema: AuditEvent, stored: sample.anAuditEvent, allowed: {} },
  { collection: PATHS.outbox, schema: OutboxEntry, stored: sample.anOutboxEntry, allowed: {} },
  { collection: PATHS.matchRuns, schema: MatchRun, stored: sample.aMatchRun, allowed: {} },
  { collection: PATHS.matchShards, schema: MatchShard, stored: sample.aMatchShard, allowed: {} },
];
