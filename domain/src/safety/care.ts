import { type CheckIn, type SafetyReport, SCHEMA_VERSION, type Session, type SessionNote } from '../documents';
import { MOST_KEPT_TEXTS } from './leave-safely';

/** Three slots at the limit within two weeks ask for a rest (behaviour 22). */
export const AT_THE_LIMIT = { rpe: 9, times: 3, withinMs: 14 * 24 * 3_600_000 } as const;

/** Whether a member's newest check-ins say that a pause should be offered. */
export const asksForPause = (checkIns: readonly Pick<CheckIn, 'rpe' | 'receivedAt'>[], now: Date): boolean =>
  checkIns.filter(
    ({ rpe, receivedAt }) =>
      rpe >= AT_THE_LIMIT.rpe && receivedAt.getTime() > now.getTime() - AT_THE_LIMIT.withinMs && receivedAt <= now,
  ).length >= AT_THE_LIMIT.times;

/** Asks a person of the team to look after a member whose words say that they may be in danger from themselves. */
export const callForAPerson = (
  session: Session,
  p: { readonly id: string; readonly member: string; readonly notes: readonly SessionNote[]; readonly now: Date },
): SafetyReport => ({
  id: p.id,
  kind: 'needs-a-person',
  sessionId: session.id,
  podId: session.podId,
  reporterId: 'system',
  reportedIds: [],
  subjectId: p.member,
  state: 'open',
  severity: 'S1',
  leftAt: p.now,
  sessionState: session.state,
  presence: [],
  inVideoIds: [],
  kept: p.notes
    .slice(0, MOST_KEPT_TEXTS)
    .map(({ id, authorId, text, writtenAt }) => ({ kind: 'note', id, authorId, text, at: writtenAt })),
  createdAt: p.now,
  version: 1,
  schemaVersion: SCHEMA_VERSION,
});
