import { type Presence } from '@podmates/domain';
import { partingBeat } from '@podmates/domain/attendance';
import { type UnitOfWork } from '../store/unit-of-work';

/** Beats of a session as they were read, and when, by the database's clock. */
export interface BeatsRead {
  readonly beats: readonly Presence[];
  readonly readAt: Date;
}

export const readBeats = async (unit: UnitOfWork, sessionId: string): Promise<BeatsRead> => {
  const { documents, readAt } = await unit.listed(unit.records.presence(sessionId));
  return { beats: documents, readAt };
};

/** Of those members alone. */
export const readBeatsOf = async (
  unit: UnitOfWork,
  sessionId: string,
  memberIds: readonly string[],
): Promise<BeatsRead> => {
  const found = await Promise.all(memberIds.map((id) => unit.found(unit.records.presence(sessionId).doc(id))));
  const last = Math.max(0, ...found.map(({ readAt }) => readAt.getTime()));
  return { beats: found.flatMap(({ document }) => document ?? []), readAt: new Date(last) };
};

/**
 * Says goodbye for members who may beat no longer, in the unit that decides so: the rules look nothing up for a beat that
 * follows another of somebody who is here.
 */
export const writePartings = (unit: UnitOfWork, sessionId: string, { beats, readAt }: BeatsRead): void => {
  for (const beat of beats) {
    const parting = partingBeat(beat, readAt);
    if (parting) unit.save(unit.records.presence(sessionId).doc(beat.id), parting);
  }
};
