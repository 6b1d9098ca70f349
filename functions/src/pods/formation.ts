import { type Proposal } from '@podmates/domain';
import { proposalClosed } from '@podmates/domain/matching';
import { firstMeeting, formPod, isAddition, joinPod, leavePod, refreshCard } from '@podmates/domain/pods';
import { type Ports } from '../runtime/ports';
import { causeId } from '../store/ids';
import { type UnitOfWork } from '../store/unit-of-work';
import { readFounding } from './founding';
import { circumstancesOf, readCase } from './pod-case';
import { readPodChange } from './pod-change';
import { cardOf, type PodPeople, readPeople } from './pod-people';

/** What a formed proposal makes: everything is read, `write` belongs to the same unit as the proposal's last step. */
export interface Formation {
  readonly podId: string;
  write(): void;
}

/** The pod of a formed proposal, or the one that it adds to, with its members' cards of today, and the news of it. */
export const readFormation = (
  unit: UnitOfWork,
  ids: Ports['ids'],
  proposal: Proposal,
  cause: string,
): Promise<Formation> =>
  isAddition(proposal) ? readJoining(unit, ids, proposal, cause) : readNewPod(unit, ids, proposal, cause);

async function readNewPod(unit: UnitOfWork, ids: Ports['ids'], proposal: Proposal, cause: string): Promise<Formation> {
  const people = await readPeople(unit, proposal.memberIds);
  const made = formPod(proposal, { id: ids.next(), now: unit.now });
  const pod = { ...[...people.values()].map(cardOf).reduce(refreshCard, made), version: 1 };
  const founding = await readFounding(unit, pod, firstMeeting(pod, proposal.sharedHours, unit.now));
  return {
    podId: pod.id,
    write: () => {
      founding.write({ actorId: 'system', cause });
      writeMembership(unit, people, pod.id);
    },
  };
}

/** One more in a pod that looks for somebody. Whoever was alone in another pod until now leaves that one empty. */
async function readJoining(unit: UnitOfWork, ids: Ports['ids'], proposal: Proposal, cause: string): Promise<Formation> {
  const podId = proposal.podId ?? '';
  const there = await readCase(unit, podId);
  const newcomerId = proposal.memberIds.find((id) => !there?.pod.memberIds.includes(id)) ?? '';
  const people = await readPeople(unit, [newcomerId]);
  const newcomer = people.get(newcomerId);
  if (!there?.pod.search || !newcomer) throw proposalClosed();
  const c = circumstancesOf(unit, ids);
  const { meeting, timeZone, id: exceptId, kind } = proposal;
  const why = kind === 'merge' ? 'merged' : 'refilled';
  const joined = joinPod(there, { card: cardOf(newcomer), meeting, timeZone }, c);
  const change = await readPodChange(unit, there, joined, { why, exceptId });
  const alone = newcomer.member.podId === null ? null : await readCase(unit, newcomer.member.podId);
  const left = alone && leavePod(alone, { memberIds: [newcomerId], to: 'nowhere', why: 'merged' }, c);
  const emptied = alone && left ? await readPodChange(unit, alone, left, { exceptId }) : null;
  return {
    podId,
    write: () => {
      const by = { actorId: newcomerId, cause };
      change.write(by);
      emptied?.write(by);
      writeMembership(unit, people, podId);
      unit.send(causeId('pod-formed', podId, newcomerId, `v${joined.pod.version}`), {
        kind: 'notify',
        memberId: newcomerId,
        event: 'pod-formed',
        subjectId: podId,
      });
    },
  };
}

function writeMembership(unit: UnitOfWork, people: PodPeople, podId: string): void {
  const { members, sprints } = unit.records;
  for (const { member, sprint } of people.values()) {
    unit.save(members.doc(member.id), { ...member, podId, wayBack: null });
    if (sprint) unit.save(sprints.doc(sprint.id), { ...sprint, podId });
  }
}
