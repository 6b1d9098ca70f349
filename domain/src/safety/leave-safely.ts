import { DomainError } from '../contracts';
import { type KeptText, type Presence, type SafetyReport, SCHEMA_VERSION, type Session } from '../documents';

/** The newest of each kind; what matters was said lately, and a document has room for so much. */
export const MOST_KEPT_TEXTS = 30;

/** What stood in the room when a member left it safely. */
export interface Evidence {
  readonly presence: readonly Presence[];
  readonly inVideoIds: readonly string[];
  readonly notes: readonly KeptText[];
  readonly messages: readonly KeptText[];
}

const newest = (texts: readonly KeptText[]): KeptText[] =>
  [...texts].sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, MOST_KEPT_TEXTS);

/** Everybody who is or was of the session: somebody may have left the pod before a report arrives from offline. */
const peopleOf = (session: Session): string[] => [...new Set([...session.memberIds, ...Object.keys(session.names)])];

/**
 * The report of a member who left safely, open for a moderator. `leftAt` of a device whose clock is ahead is `now`.
 * @throws DomainError 'not-found': not a member of the session; 'invalid-argument': it names somebody else than the
 * others of the session
 */
export function safetyReport(
  session: Session,
  p: { id: string; reporterId: string; reportedIds: readonly string[]; leftAt: Date; now: Date },
  evidence: Evidence,
): SafetyReport {
  if (!peopleOf(session).includes(p.reporterId))
    throw new DomainError('not-found', 'There is no such session of yours.');
  checkReported(session, p.reporterId, p.reportedIds);
  return {
    id: p.id,
    kind: 'left-safely',
    sessionId: session.id,
    podId: session.podId,
    reporterId: p.reporterId,
    reportedIds: [...new Set(p.reportedIds)],
    subjectId: null,
    state: 'open',
    severity: 'S2',
    leftAt: p.leftAt < p.now ? p.leftAt : p.now,
    sessionState: session.state,
    presence: evidence.presence.slice(0, 8).map(({ id, beatAt, isHere }) => ({ memberId: id, beatAt, isHere })),
    inVideoIds: evidence.inVideoIds.slice(0, 8),
    kept: [...newest(evidence.notes), ...newest(evidence.messages)],
    createdAt: p.now,
    version: 1,
    schemaVersion: SCHEMA_VERSION,
  };
}

/** Says whom a report is about, once; a report that says so already stays as it is. @throws as `safetyReport` */
export function withReported(report: SafetyReport, session: Session, reportedIds: readonly string[]): SafetyReport {
  if (report.reportedIds.length > 0 || reportedIds.length === 0) return report;
  checkReported(session, report.reporterId, reportedIds);
  return { ...report, reportedIds: [...new Set(reportedIds)], version: report.version + 1 };
}

/** Whose absence from the rest of the session counts for nothing: who left safely, and whom it was about (behaviour 34). */
export const excusedBy = (
  session: Pick<Session, 'memberIds'>,
  reports: readonly Pick<SafetyReport, 'reporterId' | 'reportedIds'>[],
): string[] =>
  session.memberIds.filter((id) => reports.some((one) => one.reporterId === id || one.reportedIds.includes(id)));

function checkReported(session: Session, reporterId: string, reportedIds: readonly string[]): void {
  const others = peopleOf(session).filter((id) => id !== reporterId);
  if (reportedIds.every((id) => others.includes(id))) return;
  throw new DomainError('invalid-argument', 'Only others of this session can be named.', [
    { path: 'memberIds', message: 'names somebody who is not in this session' },
  ]);
}
