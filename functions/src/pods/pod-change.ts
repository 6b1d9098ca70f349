import { type MemberCard, type PodHistoryEvent } from '@podmates/domain';
import { type PodCase, type PodOutcome } from '@podmates/domain/pods';
import { causeId } from '../store/ids';
import { type UnitOfWork } from '../store/unit-of-work';
import { readOpenAdditions } from './open-additions';
import { type By } from './pod-case';
import { sendDecision, tell, writeDecision, writeFeed, writeHistory } from './pod-news';
import { areMoreAway, arePausesOther, readSessionChanges } from './pod-sessions';

/** What an outcome changes in the pod itself; written with the unit that read it. */
export interface PodChange {
  write(by: By): void;
}

interface Circumstance {
  /** How those came who were not in the pod before. */
  readonly why?: PodHistoryEvent['why'];
  /** The proposal that is being formed by this, and not to be ended. */
  readonly exceptId?: string;
}

/** The pod, its questions, its sessions, the proposals to it and the news; not what its people take along. */
export const readPodChange = async (
  unit: UnitOfWork,
  before: PodCase,
  outcome: PodOutcome,
  { why = 'refilled', exceptId }: Circumstance = {},
): Promise<PodChange> => {
  const { pod } = outcome;
  const come = pod.cards.filter(({ id }) => !before.pod.memberIds.includes(id));
  const goneIds = before.pod.memberIds.filter((id) => !pod.memberIds.includes(id));
  const areOthers = come.length + goneIds.length > 0;
  const isSearchOver = before.pod.search !== null && before.pod.search.since.getTime() !== pod.search?.since.getTime();
  const additions = areOthers || isSearchOver ? await readOpenAdditions(unit, before.pod, exceptId) : null;
  const sessions =
    areOthers || areMoreAway(before.pod, pod, unit.now) || arePausesOther(before.pod, pod)
      ? await readSessionChanges(unit, { before: before.pod, after: pod, goneIds, come })
      : null;
  return {
    write: (by) => {
      unit.save(unit.records.pods.doc(pod.id), pod);
      unit.audit({
        id: causeId('pod', pod.id, `v${pod.version}`),
        entity: unit.records.pods.doc(pod.id).path,
        from: before.pod.status,
        to: pod.status,
        version: pod.version,
        ...by,
      });
      for (const decision of outcome.decisions) {
        const known = before.decisions.find(({ id }) => id === decision.id) ?? null;
        if (known !== decision) writeDecision(unit, known, decision, by);
      }
      additions?.end(by);
      sessions?.write(by);
      for (const card of come) writeComing(unit, outcome, card, why, by);
      writeGoing(unit, before, outcome, by);
      if (areOthers) tellOfChange(unit, before, outcome, by);
      sendDecision(unit, before.pod, pod);
    },
  };
};

function writeComing(
  unit: UnitOfWork,
  { pod }: PodOutcome,
  card: MemberCard,
  why: PodHistoryEvent['why'],
  by: By,
): void {
  writeFeed(unit, pod, 'member-joined', card);
  writeHistory(unit, pod, { memberId: card.id, kind: 'joined', why }, by);
}

function writeGoing(unit: UnitOfWork, before: PodCase, { pod, departures }: PodOutcome, by: By): void {
  for (const { memberIds, why } of departures)
    for (const memberId of memberIds) {
      const card = before.pod.cards.find(({ id }) => id === memberId);
      writeHistory(unit, pod, { memberId, kind: 'left', why }, by);
      if (card && pod.memberIds.length > 0) writeFeed(unit, pod, 'member-left', card);
    }
}

/** Everybody but whoever did it. */
function tellOfChange(unit: UnitOfWork, before: PodCase, { pod }: PodOutcome, by: By): void {
  const cause = `v${pod.version}`;
  for (const memberId of before.pod.memberIds)
    if (memberId !== by.actorId) tell(unit, { memberId, event: 'pod-changed', subjectId: pod.id, cause });
}
