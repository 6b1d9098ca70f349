import { type Proposal } from '@podmates/domain';
import { type Outcome, type ProposalNow } from '@podmates/domain/matching';
import { candidateNow, readPeople } from '../pods/pod-people';
import { causeId } from '../store/ids';
import { type UnitOfWork } from '../store/unit-of-work';

/** States that send people back to waiting; they are matched anew at once, not with the next round. */
const FREEING: readonly Proposal['state'][] = ['declined', 'expired'];

/**
 * A proposal with what a step needs of its people: the requests that name it, and everybody as they are, read here and
 * now: their relations, and what they say of themselves.
 */
export const readProposal = async (unit: UnitOfWork, proposal: Proposal): Promise<ProposalNow> => {
  const { now } = unit;
  const everybody = [...(await readPeople(unit, proposal.memberIds)).values()];
  const requests = everybody.flatMap(({ request }) => (request?.lock?.proposalId === proposal.id ? [request] : []));
  const people = everybody.flatMap((person) => candidateNow(person, now) ?? []);
  return { proposal, requests, people, now };
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
