import { type MatchRequest, type Proposal } from '@podmates/domain';
import { answerProposal } from '@podmates/domain/matching';
import { causeId } from '../store/ids';
import { type UnitOfWork } from '../store/unit-of-work';

/** States that send people back to waiting; they are matched anew at once, not with the next round. */
const FREEING: readonly Proposal['state'][] = ['declined', 'expired'];

/** A member's way out of matching: read before other writes of the unit, written with them. */
export interface Withdrawal {
  write(by: { actorId: string; cause: string }): void;
}

/** The requests that this proposal holds, in no fixed order. */
export const requestsOf = async (unit: UnitOfWork, proposal: Proposal): Promise<MatchRequest[]> => {
  const refs = proposal.memberIds.map((memberId) => unit.records.matchRequests.doc(memberId));
  return (await unit.several(refs)).filter((request) => request.lock?.proposalId === proposal.id);
};

/** Saves a proposal with its requests and the audit event of the step from `before`. */
export const saveProposal = (
  unit: UnitOfWork,
  before: Proposal | null,
  after: { proposal: Proposal; requests: readonly MatchRequest[] },
  by: { actorId: string; cause: string },
): void => {
  const { proposals, matchRequests } = unit.records;
  const { proposal, requests } = after;
  unit.save(proposals.doc(proposal.id), proposal);
  for (const request of requests) unit.save(matchRequests.doc(request.id), request);
  unit.audit({
    id: causeId('proposal', proposal.id, `v${proposal.version}`),
    entity: proposals.doc(proposal.id).path,
    from: before?.state ?? null,
    to: proposal.state,
    version: proposal.version,
    ...by,
  });
  if (FREEING.includes(proposal.state))
    unit.send(causeId('run-matching', proposal.id), {
      kind: 'task',
      task: 'run-matching',
      subjectId: proposal.id,
      runAt: unit.now,
    });
};

/**
 * Null when the member is not looking for a pod, or, with `sprintId`, not for the one of that sprint. An open proposal
 * is declined for them: the others wait on.
 */
export const readWithdrawal = async (
  unit: UnitOfWork,
  memberId: string,
  sprintId?: string,
): Promise<Withdrawal | null> => {
  const { matchRequests, proposals } = unit.records;
  const request = await unit.find(matchRequests.doc(memberId));
  if (request === null || (request.status !== 'waiting' && request.status !== 'proposed')) return null;
  if (sprintId !== undefined && request.sprintId !== sprintId) return null;
  const proposal = request.lock === null ? null : await unit.find(proposals.doc(request.lock.proposalId));
  // Past its end the proposal is left to expire, which leaves out whoever is cancelled by then.
  const isOpen = proposal?.state === 'open' && unit.now < proposal.expiresAt;
  const held = isOpen ? { proposal, requests: await requestsOf(unit, proposal) } : null;
  return {
    write: (by) => {
      const declined = held && answerProposal({ ...held, memberId, answer: 'rematch', now: unit.now });
      const others = declined?.requests.filter((other) => other.memberId !== memberId) ?? [];
      if (held && declined) saveProposal(unit, held.proposal, { proposal: declined.proposal, requests: others }, by);
      const version = request.version + 1;
      unit.save(matchRequests.doc(memberId), { ...request, status: 'cancelled', lock: null, version });
      unit.audit({
        id: causeId('match-request', memberId, request.sprintId, `v${version}`),
        entity: matchRequests.doc(memberId).path,
        from: request.status,
        to: 'cancelled',
        version,
        ...by,
      });
    },
  };
};
