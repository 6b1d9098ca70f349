import { type Pod, type Proposal, SCHEMA_VERSION } from '@podmates/domain';
import { memberCard } from '@podmates/domain/accounts';
import { firstMeeting, formPod, refreshCard } from '@podmates/domain/pods';
import { readNewSession } from '../sessions/new-session';
import { type Ports } from '../runtime/ports';
import { causeId } from '../store/ids';
import { type UnitOfWork } from '../store/unit-of-work';

/** A pod about to be: everything is read, `write` belongs to the same unit as the proposal's last step. */
export interface Formation {
  readonly podId: string;
  write(): void;
}

/** The pod of a formed proposal with its members' cards of today, its first session, and the news of it. */
export const readFormation = async (
  unit: UnitOfWork,
  ids: Ports['ids'],
  proposal: Proposal,
  cause: string,
): Promise<Formation> => {
  const { members, streaks, sprints, pods, feed } = unit.records;
  const people = await unit.several(proposal.memberIds.map((id) => members.doc(id)));
  const counts = await unit.several(proposal.memberIds.map((id) => streaks.doc(id)));
  const plans = await unit.several(Object.values(proposal.sprintIds).map((id) => sprints.doc(id)));

  const podId = ids.next();
  const pod = people.reduce<Pod>(
    (sofar, member) => refreshCard(sofar, memberCard(member, counts.find(({ id }) => id === member.id) ?? null)),
    formPod(proposal, { id: podId, now: unit.now }),
  );
  const formed: Pod = { ...pod, version: 1 };
  const startsAt = firstMeeting(formed, proposal.sharedHours, unit.now);
  const kickOff = await readNewSession(unit, formed, startsAt);

  return {
    podId,
    write: () => {
      unit.save(pods.doc(podId), formed);
      for (const member of people) unit.save(members.doc(member.id), { ...member, podId });
      for (const sprint of plans) unit.save(sprints.doc(sprint.id), { ...sprint, podId });
      unit.save(feed(podId).doc('pod-formed'), {
        id: 'pod-formed',
        kind: 'pod-formed',
        memberId: null,
        memberName: null,
        startsAt: null,
        text: `${formed.name} begins: ${formed.cards.map((card) => card.displayName).join(', ')}.`,
        at: unit.now,
        schemaVersion: SCHEMA_VERSION,
      });
      unit.audit({
        id: causeId('pod', podId, 'v1'),
        actorId: 'system',
        entity: pods.doc(podId).path,
        from: null,
        to: formed.status,
        version: 1,
        cause,
      });
      kickOff?.write(cause);
      for (const memberId of formed.memberIds)
        unit.send(causeId('pod-formed', podId, memberId), {
          kind: 'notify',
          memberId,
          event: 'pod-formed',
          subjectId: podId,
        });
    },
  };
};
