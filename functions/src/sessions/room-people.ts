import { type Presence, type Session, type VideoEvent } from '@podmates/domain';
import { presentMembers } from '@podmates/domain/sessions';
import { type UnitOfWork } from '../store/unit-of-work';

/** A session has a handful; whoever came and went this often is still found by their last. */
export const MOST_VIDEO_EVENTS = 200;

/** What tells who is in a session's room. */
export interface RoomPeople {
  readonly beats: readonly Presence[];
  readonly events: readonly VideoEvent[];
  /** Whose page says so, by the database's clock, which stamps the beats. */
  readonly presentIds: readonly string[];
  /** The heartbeat of whoever asks, and when it was read by that clock. */
  readonly own: { readonly document: Presence | null; readonly readAt: Date };
}

export async function readRoomPeople(unit: UnitOfWork, session: Session, memberId: string): Promise<RoomPeople> {
  const { presence, videoEvents } = unit.records;
  const own = await unit.found(presence(session.id).doc(memberId));
  const beats = await unit.list(presence(session.id));
  const events = await unit.list(videoEvents(session.id).orderBy('at', 'desc').limit(MOST_VIDEO_EVENTS));
  const newest = Math.max(0, ...beats.map(({ beatAt }) => beatAt.getTime()));
  return {
    beats,
    events,
    presentIds: presentMembers(beats, { newestSeenAgoMs: own.readAt.getTime() - newest }),
    own,
  };
}
