import { type Pod, SCHEMA_VERSION } from '@podmates/domain';
import { readNewSession } from '../sessions/new-session';
import { causeId } from '../store/ids';
import { type UnitOfWork } from '../store/unit-of-work';
import { sendDecision } from './pod-news';
import { type By } from './pod-case';

/** A pod that begins: everything is read, `write` belongs to the unit that read it. */
export interface Founding {
  write(by: By): void;
}

/** A new pod with its first session, its history, and the news of it. Its members' own documents are the caller's. */
export const readFounding = async (unit: UnitOfWork, pod: Pod, startsAt: Date): Promise<Founding> => {
  const kickOff = await readNewSession(unit, pod, startsAt);
  return {
    write: (by) => {
      const { pods, feed, podHistory } = unit.records;
      unit.save(pods.doc(pod.id), pod);
      for (const memberId of pod.memberIds) {
        const id = causeId('joined', memberId, 'v1');
        const event = { id, memberId, kind: 'joined', why: 'formed', actorId: by.actorId } as const;
        unit.save(podHistory(pod.id).doc(id), { ...event, at: unit.now, schemaVersion: SCHEMA_VERSION });
      }
      unit.save(feed(pod.id).doc('pod-formed'), {
        id: 'pod-formed',
        kind: 'pod-formed',
        memberId: null,
        memberName: null,
        startsAt: null,
        text: `${pod.name} begins: ${pod.cards.map((card) => card.displayName).join(', ')}.`,
        at: unit.now,
        schemaVersion: SCHEMA_VERSION,
      });
      unit.audit({
        id: causeId('pod', pod.id, 'v1'),
        actorId: 'system',
        entity: pods.doc(pod.id).path,
        from: null,
        to: pod.status,
        version: 1,
        cause: by.cause,
      });
      kickOff?.write(by.cause);
      for (const memberId of pod.memberIds)
        unit.send(causeId('pod-formed', pod.id, memberId), {
          kind: 'notify',
          memberId,
          event: 'pod-formed',
          subjectId: pod.id,
        });
      sendDecision(unit, null, pod);
    },
  };
};
