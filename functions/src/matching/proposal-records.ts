import { type Proposal } from '@podmates/domain';
import { type Outcome, type ProposalNow, candidateOf, copiesOf } from '@podmates/domain/matching';
import { causeId } from '../store/ids';
import { type UnitOfWork } from '../store/unit-of-work';
import { relationsOf } from './relation-records';

/** States that send people back to waiting; they are matched anew at once, not with the next round. */
const FREEING: readonly Proposal['state'][] = ['declined', 'expired'];

/**
 * A proposal with what a step needs of its people: the requests that name it, and everybody as their relations, read
 * here and now, let them be met.
 */
export const readProposal = async (unit: UnitOfWork, proposal: Proposal): Promise<ProposalNow> => {
  const ids = proposal.memberIds;
  const requests = await unit.several(ids.map((id) => unit.records.matchRequests.doc(id)));
  const relations = await relationsOf(unit, ids);
  const people = requests.map((request) =>
    candidateOf({ ...request, ...copiesOf(relations(request.memberId)) }, unit.now),
  );
  return { proposal, requests: requests.filter(({ lock }) => lock?.proposalId === proposal.id), people, now: unit.now };
};

/** Saves what a step changed, with the audit event of it; nothing when it changed nothing. */
export const saveOutcome = (
  unit: UnitOfWork,
  before: Outcome | null,
  after: Outcome,
  by: { actorId: string; cause: string },
): void => {
  const { proposals, matchRequests } = unit.records;
  const { proposal, requests } = after;
  if (proposal.version === before?.proposal.version) return;
  unit.save(proposals.doc(proposal.id), proposal);
  for (const request of requests)
    if (!before?.requests.includes(request)) unit.save(matchRequests.doc(request.id), request);
  unit.audit({
    id: causeId('proposal', proposal.id, `v${proposal.version}`),
    entity: proposals.doc(proposal.id).path,
    from: before?.proposal.state ?? null,
    to: proposal.state,
    version: proposal.version,
    ...by,
  });
  const freed = requests.find(({ status }) => status === 'waiting');
  if (freed && FREEING.includes(proposal.state))
    unit.send(causeId('run-matching', proposal.id), {
      kind: 'task',
      task: 'run-matching',
      subjectId: freed.memberId,
      runAt: unit.now,
    });
};
