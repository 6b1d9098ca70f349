import {
  type FeedEvent,
  type MemberCard,
  type Pod,
  type PodDecision,
  type PodHistoryEvent,
  SCHEMA_VERSION,
} from '@podmates/domain';
import { causeId } from '../store/ids';
import { type UnitOfWork } from '../store/unit-of-work';
import { type By } from './pod-case';

/** Where alarms for whoever moderates go; a notifier that knows no such member sends nothing. */
export const MODERATORS = 'moderators';
/** The same whatever the reason was. */
const SENTENCES = { 'member-left': 'Moved on from this pod.', 'member-joined': 'Joined the pod.' } as const;

/** What the pod reads of somebody who came or went. */
export function writeFeed(unit: UnitOfWork, pod: Pod, kind: keyof typeof SENTENCES, card: MemberCard): void {
  const id = causeId(kind, card.id, `v${pod.version}`);
  const event: FeedEvent = {
    id,
    kind,
    memberId: card.id,
    memberName: card.displayName,
    text: SENTENCES[kind],
    startsAt: null,
    at: unit.now,
    schemaVersion: SCHEMA_VERSION,
  };
  unit.save(unit.records.feed(pod.id).doc(id), event);
}

/** Who came or went and why, for nobody but the server. */
export function writeHistory(
  unit: UnitOfWork,
  pod: Pod,
  p: Pick<PodHistoryEvent, 'memberId' | 'kind' | 'why'>,
  by: By,
): void {
  const id = causeId(p.kind, p.memberId, `v${pod.version}`);
  const event = { ...p, id, actorId: by.actorId, at: unit.now, schemaVersion: SCHEMA_VERSION };
  unit.save(unit.records.podHistory(pod.id).doc(id), event);
}

/** Saves a question as it is now; a new one reaches those who are asked. */
export function writeDecision(unit: UnitOfWork, before: PodDecision | null, after: PodDecision, by: By): void {
  const ref = unit.records.decisions(after.podId).doc(after.id);
  unit.save(ref, after);
  unit.audit({
    id: causeId('pod-decision', after.podId, after.id, `v${after.version}`),
    entity: ref.path,
    from: before?.state ?? null,
    to: after.state,
    version: after.version,
    ...by,
  });
  if (before === null)
    for (const memberId of after.askedIds)
      tell(unit, { memberId, event: 'pod-question', subjectId: after.podId, cause: after.id });
}

/** `cause` tells one event about the same subject from the next. */
export function tell(
  unit: UnitOfWork,
  p: { memberId: string; event: 'pod-changed' | 'pod-question' | 'rematch-late'; subjectId: string; cause: string },
): void {
  const { cause, ...notice } = p;
  unit.send(causeId(p.event, p.subjectId, cause, p.memberId), { kind: 'notify', ...notice });
}

/** A task for what time alone will do next, and one at once for a search that has just begun. */
export function sendDecision(unit: UnitOfWork, before: Pod | null, after: Pod): void {
  const send = (name: string, runAt: Date) =>
    unit.send(causeId('decide-pod', after.id, `v${after.version}`, name), {
      kind: 'task',
      task: 'decide-pod',
      subjectId: after.id,
      runAt,
    });
  if (after.dueAt && after.dueAt.getTime() !== before?.dueAt?.getTime()) send('due', after.dueAt);
  if (after.search && after.search.since.getTime() !== before?.search?.since.getTime()) send('search', unit.now);
}
