import { DomainError, type MatchRequest, type OutboxEffect } from '@podmates/domain';
import { memberCard } from '@podmates/domain/accounts';
import { type MatchGroup, isFree, proposeGroup, refreshRequest } from '@podmates/domain/matching';
import { describeDefect, logDefect } from '../runtime/defects';
import { type Ports } from '../runtime/ports';
import { causeId, fixedId } from '../store/ids';
import { type UnitOfWork, commit } from '../store/unit-of-work';
import { saveOutcome } from './proposal-records';
import { relationsOf } from './relation-records';

interface Groups {
  readonly groups: readonly MatchGroup[];
  /** The requests as they were when the groups were made. */
  readonly planned: readonly MatchRequest[];
  readonly runId: string;
}

/**
 * Proposes each group that still stands when it is written, in a transaction of its own, and gives the ids of those who
 * were asked. A group that fell apart meanwhile is formed anew in the next round. What failed is told at the end, once
 * the others had their turn, so that the whole is tried again.
 */
export async function proposeTo(ports: Ports, p: Groups): Promise<Set<string>> {
  const asked = new Set<string>();
  let failed = 0;
  for (const group of p.groups)
    try {
      if (await proposeOne(ports, group, p)) for (const id of group.memberIds) asked.add(id);
    } catch (error) {
      if (error instanceof DomainError) continue;
      failed += 1;
      logDefect('matching.propose', describeDefect(error));
    }
  if (failed > 0) throw new Error(`${failed} of ${p.groups.length} groups could not be proposed.`);
  return asked;
}

/** Everything is read again in the transaction: nobody is proposed twice, and nobody who left or blocked meanwhile. */
function proposeOne(ports: Ports, group: MatchGroup, { planned, runId }: Groups): Promise<boolean> {
  return commit(ports, async (unit) => {
    const { matchRequests, memberStatuses, members, streaks, proposals } = unit.records;
    const ids = group.memberIds;
    const requests = await unit.several(ids.map((id) => matchRequests.doc(id)));
    const isUnchanged = requests.every((now) => planned.some((then) => isSame(then, now) && isFree(now, unit.now)));
    if (!isUnchanged) return false;
    const id = proposalId(runId, requests);
    if ((await unit.find(proposals.doc(id))) !== null) return false;

    const statuses = await unit.several(ids.map((each) => memberStatuses.doc(each)));
    const people = await unit.several(ids.map((each) => members.doc(each)));
    const counts = await unit.several(ids.map((each) => streaks.doc(each)));
    const relations = await relationsOf(unit, ids);
    const areActive = statuses.length === ids.length && statuses.every(({ status }) => status === 'active');
    if (!areActive || people.some(({ podId }) => podId !== null)) return false;

    const fresh = requests.map((request) => {
      const member = people.find((one) => one.id === request.memberId);
      return member ? refreshRequest(request, { member, relations: relations(member.id) }) : request;
    });
    if (fresh.some((request) => !requests.includes(request))) return bringUpToDate(unit, requests, fresh);
    const cards = people.map((member) => memberCard(member, counts.find((count) => count.id === member.id) ?? null));
    const proposed = proposeGroup(group, { id, kind: group.kind, requests, cards, now: unit.now });
    saveOutcome(unit, null, proposed, { actorId: 'system', cause: 'runMatching' });
    const runAt = proposed.proposal.expiresAt;
    unit.send(causeId('expire-proposal', id), { kind: 'task', task: 'expire-proposal', subjectId: id, runAt });
    for (const memberId of ids) unit.send(causeId('pod-proposed', id, memberId), noticeOf(memberId, id));
    return true;
  });
}

/** The group was made of copies that were old: it is not proposed, and the next run sees what is true. */
function bringUpToDate(unit: UnitOfWork, before: readonly MatchRequest[], fresh: readonly MatchRequest[]): false {
  for (const request of fresh)
    if (!before.includes(request)) unit.save(unit.records.matchRequests.doc(request.id), request);
  return false;
}

/** The same for the same people of one run, with the fences they have: begun again, it proposes nobody twice. */
const proposalId = (runId: string, requests: readonly MatchRequest[]): string =>
  fixedId('proposal', runId, ...requests.map(({ memberId, fence }) => `${memberId}:${fence}`).sort());

const noticeOf = (memberId: string, subjectId: string): OutboxEffect => ({
  kind: 'notify',
  memberId,
  event: 'pod-proposed',
  subjectId,
});

const isSame = (then: MatchRequest, now: MatchRequest): boolean => then.id === now.id && then.version === now.version;
