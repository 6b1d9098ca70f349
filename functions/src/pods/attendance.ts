import { type Session } from '@podmates/domain';
import { askAboutAbsence, lastOfNoShows, type PodCase } from '@podmates/domain/pods';
import { type Ports } from '../runtime/ports';
import { causeId } from '../store/ids';
import { type UnitOfWork } from '../store/unit-of-work';
import { type By, circumstancesOf, readCase } from './pod-case';
import { readPodChange } from './pod-change';

/** What the end of a session says of those who did not come; written with the unit that ends it. */
export interface Attendance {
  /** Whose absence is excused, as their pod had lost the others. */
  readonly excusedIds: string[];
  write(by: By): void;
}

/** Two no-shows in a row are asked about: the others whether they go on like this, the absent one whether they are in. */
export const readAttendance = async (unit: UnitOfWork, ids: Ports['ids'], ended: Session): Promise<Attendance> => {
  const before = await readCase(unit, ended.podId);
  if (!before) return { excusedIds: [], write: () => undefined };
  if (before.pod.status === 'degraded') return { excusedIds: ended.memberIds, write: () => undefined };
  const absentIds = ended.state === 'done' ? ended.memberIds.filter((id) => !ended.joinedIds.includes(id)) : [];
  const missed = absentIds.length > 0 ? await readMissed(unit, ended, absentIds) : [];
  const after = missed.reduce<PodCase>((sofar, { memberId, missedAt }) => {
    const rematchId = causeId('rematch', ended.id, memberId);
    const stillInId = causeId('still-in', ended.id, memberId);
    const p = { memberId, missedAt, rematchId, stillInId };
    return askAboutAbsence(sofar, p, circumstancesOf(unit, ids)) ?? sofar;
  }, before);
  if (after === before) return { excusedIds: [], write: () => undefined };
  // Several questions of one moment are one step of the pod.
  const pod = { ...after.pod, version: before.pod.version + 1 };
  const change = await readPodChange(unit, before, { ...after, pod, departures: [], lateFor: [] });
  return { excusedIds: [], write: change.write };
};

/** Whom of them this was the second time in a row, and when it began. */
async function readMissed(
  unit: UnitOfWork,
  ended: Session,
  absentIds: readonly string[],
): Promise<{ memberId: string; missedAt: Date }[]> {
  const { sessions } = unit.records;
  const done = await unit.list(sessions.where('podId', '==', ended.podId).where('state', '==', 'done'));
  const all = [...done.filter(({ id }) => id !== ended.id), ended];
  return absentIds
    .filter((memberId) => lastOfNoShows(all, memberId)?.id === ended.id)
    .map((memberId) => ({ memberId, missedAt: ended.startsAt }));
}
