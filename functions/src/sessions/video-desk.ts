import {
  type CallableInput,
  type CallableOutput,
  DomainError,
  SCHEMA_VERSION,
  type SessionVideo,
} from '@podmates/domain';
import { nextBeat } from '@podmates/domain/attendance';
import { inVideo, NO_VIDEO_NOW, videoEntry, videoRoomName, withVideo } from '@podmates/domain/sessions';
import { sendSettle } from '../attendance/attendance-news';
import { relationsOf } from '../matching/relation-records';
import { type Delivery } from '../providers/video-rooms';
import { type Ports } from '../runtime/ports';
import { causeId, fixedId } from '../store/ids';
import { commit } from '../store/unit-of-work';
import { isOver } from './new-session';
import { readRoomPeople } from './room-people';

/** What the service calls a member: the same in one room, another in the next, and nothing that leads to the member. */
const videoPersonId = (roomName: string, memberId: string): string => fixedId('video-person', roomName, memberId);

/** Where members of a session see each other, and what the video service tells of it. */
export class VideoDesk {
  constructor(private readonly ports: Ports) {}

  /**
   * Lets a member into the room of the session, and counts them as there in the same step: of two who are kept apart
   * and come at the same moment, the second finds the first. @throws DomainError as `videoEntry`
   */
  enter(memberId: string, { sessionId }: CallableInput<'enterVideo'>): Promise<CallableOutput<'enterVideo'>> {
    return commit(this.ports, async (unit) => {
      const { sessions, presence } = unit.records;
      const session = await unit.get(sessions.doc(sessionId), 'There is no such session of yours.');
      const { presentIds, events, own } = await readRoomPeople(unit, session, memberId);
      const entry = videoEntry(session, {
        memberId,
        presentIds: [...presentIds, ...inVideo(events)],
        said: await relationsOf(unit, session.memberIds),
        now: unit.now,
      });
      const pass = this.ports.video.admit({ ...entry, personId: videoPersonId(entry.roomName, memberId) });
      if (pass === null) throw new DomainError('failed-precondition', NO_VIDEO_NOW);
      unit.save(
        presence(sessionId).doc(memberId),
        nextBeat(own.document, { id: memberId, at: own.readAt, isHere: true }),
      );
      return { ...pass, displayName: entry.displayName, isHost: entry.isHost };
    });
  }

  /** Lets the session meet elsewhere, or (null) in a room again; once per `commandId`. @throws DomainError as `withVideo` */
  place(memberId: string, input: CallableInput<'placeVideo'>): Promise<{ version: number }> {
    return commit(this.ports, async (unit) => {
      const { sessions, auditEvents } = unit.records;
      const markId = causeId('session-video', input.sessionId, input.commandId);
      const before = await unit.find(sessions.doc(input.sessionId));
      if (before === null || !before.memberIds.includes(memberId))
        throw new DomainError('not-found', 'There is no such session of yours.');
      const mark = await unit.find(auditEvents.doc(markId));
      if (mark !== null) return { version: mark.version };
      const video: SessionVideo =
        input.url === null
          ? { kind: 'room', name: videoRoomName(() => unit.ids.next()) }
          : { kind: 'link', url: input.url };
      const after = withVideo(before, video, memberId);
      if (after !== before) unit.save(sessions.doc(after.id), after);
      unit.audit({
        id: markId,
        actorId: memberId,
        entity: sessions.doc(after.id).path,
        from: before.video?.kind ?? null,
        to: video.kind,
        version: after.version,
        cause: 'placeVideo',
      });
      return { version: after.version };
    });
  }

  /**
   * Keeps what the service tells, each event once. What is of no room or member known here is let go. What comes after
   * the session was judged has it judged again, as long as it may be contested.
   * @throws DeliveryRefused for what is not from the service
   */
  async hear(delivery: Omit<Delivery, 'now'>): Promise<void> {
    const news = this.ports.video.read({ ...delivery, now: await this.ports.clock.now() });
    if (news === null) return;
    await commit(this.ports, async (unit) => {
      const { sessions, videoEvents, attendance } = unit.records;
      const [session] = await unit.list(sessions.where('video.name', '==', news.roomName).limit(1));
      const memberId =
        session && Object.keys(session.names).find((id) => videoPersonId(news.roomName, id) === news.personId);
      if (!session || memberId === undefined) return;
      const ref = videoEvents(session.id).doc(news.id);
      if ((await unit.find(ref)) !== null) return;
      const judged = isOver(session) ? await unit.find(attendance(session.id).doc(memberId)) : null;
      const { id, kind, at } = news;
      unit.save(ref, { id, memberId, kind, at, receivedAt: unit.now, schemaVersion: SCHEMA_VERSION });
      if (judged && unit.now < judged.contestableUntil) sendSettle(unit, session.id, unit.now, `video-${id}`);
    });
  }
}
