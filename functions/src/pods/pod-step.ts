import { type PodDecision } from '@podmates/domain';
import { atTheTop, type PodCase, type PodOutcome } from '@podmates/domain/pods';
import { runAround } from '../matching/new-request';
import { type Ports } from '../runtime/ports';
import { causeId } from '../store/ids';
import { type UnitOfWork } from '../store/unit-of-work';
import { readDepartures } from './departures';
import { type By } from './pod-case';
import { readPodChange } from './pod-change';
import { readPeople } from './pod-people';
import { MODERATORS, tell } from './pod-news';

/** One step of a pod with all that follows from it; written with the unit that read it. */
export interface PodStep {
  write(by: By): void;
}

/** Everything that an outcome changes: the pod, those who left it, and those whose rematch is late. */
export const readPodStep = async (
  unit: UnitOfWork,
  ids: Ports['ids'],
  before: PodCase,
  outcome: PodOutcome,
): Promise<PodStep> => {
  const change = await readPodChange(unit, before, outcome);
  const followed = outcome.departures.flatMap(({ withId }) => withId ?? []);
  const people =
    outcome.departures.length > 0 ? await readPeople(unit, [...before.pod.memberIds, ...followed]) : new Map();
  const departures = await readDepartures(unit, ids, outcome, people);
  const late = await unit.several(outcome.lateFor.map((id) => unit.records.matchRequests.doc(id)));
  return {
    write: (by) => {
      change.write(by);
      departures.write(by);
      for (const request of late) {
        const first = atTheTop(request, unit.now);
        unit.save(unit.records.matchRequests.doc(request.id), first);
        runAround(unit, first);
      }
      if (late.length > 0) raiseAlarm(unit, outcome.decisions.filter(isLate(unit.now)), by);
    },
  };
};

const isLate =
  (now: Date) =>
  ({ state, rematch }: PodDecision): boolean =>
    state === 'serving' && rematch?.alarmedAt?.getTime() === now.getTime();

/** A rematch that was promised within a day and is not there: for those who moderate to see and to hear of. */
function raiseAlarm(unit: UnitOfWork, decisions: readonly PodDecision[], by: By): void {
  for (const decision of decisions) {
    unit.audit({
      id: causeId('rematch-late', decision.podId, decision.id),
      entity: unit.records.decisions(decision.podId).doc(decision.id).path,
      from: 'serving',
      to: 'late',
      version: decision.version,
      ...by,
    });
    const p = { memberId: MODERATORS, event: 'rematch-late', subjectId: decision.podId, cause: decision.id } as const;
    tell(unit, p);
  }
}
