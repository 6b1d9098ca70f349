import { type Session } from '@podmates/domain';
import { askAboutAbsence, lastOfNoShows, type PodCase } from '@podmates/domain/pods';
import { type Ports } from '../runtime/ports';
import { causeId } from '../store/ids';
import { type UnitOfWork } from '../store/unit-of-work';
import { type By, circumstancesOf } from './pod-case';
import { readPodChange } from './pod-change';
import { writeDecision } from './pod-news';

/** What absences mean for a pod; written with the unit that found them. */
export interface Absences {
  write(by: By): void;
}

const questionIds = (sessionId: string, memberId: string) => ({
  rematchId: causeId('rematch', sessionId, memberId),
  stillInId: causeId('still-in', sessionId, memberId),
});

/** Two no-shows in a row are asked about: the others whether they go on like this, the absent one whether they are in. */
export const readAbsences = async (
  unit: UnitOfWork,
  ids: Ports['ids'],
  before: PodCase,
  ended: Session,
): Promise<Absences | null> => {
  const absentIds = ended.memberIds.filter((id) => ended.attended[id] === 'missed');
  const missed = absentIds.length > 0 ? await readMissed(unit, ended, absentIds) : [];
  const after = missed.reduce<PodCase>((sofar, { memberId, missedAt }) => {
    const p = { memberId, missedAt, ...questionIds(ended.id, memberId) };
    return askAboutAbsence(sofar, p, circumstancesOf(unit, ids)) ?? sofar;
  }, before);
  if (after === before) return null;
  // Several questions of one moment are one step of the pod.
  const pod = { ...after.pod, version: before.pod.version + 1 };
  return readPodChange(unit, before, { ...after, pod, departures: [], lateFor: [] });
};

/** The questions that an absence led to, when it turns out that it was none; those that are open are taken back. */
export const readOverturned = async (unit: UnitOfWork, session: Session, memberId: string): Promise<Absences> => {
  const decisions = unit.records.decisions(session.podId);
  const { rematchId, stillInId } = questionIds(session.id, memberId);
  const known = await unit.several([decisions.doc(rematchId), decisions.doc(stillInId)]);
  return {
    write: (by) => {
      for (const decision of known.filter(({ state }) => state === 'open')) {
        const taken = { ...decision, state: 'void' as const, decidedAt: unit.now, version: decision.version + 1 };
        writeDecision(unit, decision, taken, by);
      }
    },
  };
};

/** Whom of them this was the second time in a row, and when it began. */
async function readMissed(
  unit: UnitOfWork,
  ended: Session,
  absentIds: readonly string[],
): Promise<{ memberId: string; missedAt: Date }[]> {
  const { sessions } = unit.records;
  const over = await unit.list(sessions.where('podId', '==', ended.podId).where('state', 'in', ['done', 'no-quorum']));
  const all = [...over.filter(({ id }) => id !== ended.id), ended];
  return absentIds
    .filter((memberId) => lastOfNoShows(all, memberId)?.id === ended.id)
    .map((memberId) => ({ memberId, missedAt: ended.startsAt }));
}
