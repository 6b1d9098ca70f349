import { type MatchRequest } from '@podmates/domain';
import { cancel, canStep, countedAsRematch, declineProposal } from '@podmates/domain/matching';
import { causeId } from '../store/ids';
import { type UnitOfWork } from '../store/unit-of-work';
import { readProposal, saveOutcome } from './proposal-records';

type By = { readonly actorId: string; readonly cause: string };

/** A member's request, read before other writes of the unit, and changed with them. */
export interface OwnRequest {
  readonly request: MatchRequest;
  /** Whether a proposal that holds the request still waits for answers. */
  readonly isAsked: boolean;
  /** Declines the proposal that is open, if there is one, which counts as a rematch, and saves the request as it is then. */
  letGo(after: (request: MatchRequest) => MatchRequest, by: By): void;
}

/** Null without a request. */
export const readOwnRequest = async (unit: UnitOfWork, memberId: string): Promise<OwnRequest | null> => {
  const { matchRequests, proposals } = unit.records;
  const request = await unit.find(matchRequests.doc(memberId));
  if (request === null) return null;
  const proposal = request.lock === null ? null : await unit.find(proposals.doc(request.lock.proposalId));
  const at = proposal === null ? null : await readProposal(unit, proposal);
  // Past its end a proposal is left to expire, which leaves out whoever has left by then.
  const declined = at && declineProposal(at);
  return {
    request,
    isAsked: declined !== null,
    letGo: (after, by) => {
      if (at && declined) {
        const others = declined.requests.filter((other) => other.memberId !== memberId);
        saveOutcome(unit, at, { proposal: declined.proposal, requests: others }, by);
      }
      saveRequest(unit, request, after(declined ? countedAsRematch(request, unit.now) : request), by);
    },
  };
};

/** Saves a step of a request with its audit event. */
export const saveRequest = (unit: UnitOfWork, before: MatchRequest | null, after: MatchRequest, by: By): void => {
  const ref = unit.records.matchRequests.doc(after.id);
  unit.save(ref, after);
  unit.audit({
    id: causeId('match-request', after.memberId, after.sprintId, `v${after.version}`),
    entity: ref.path,
    from: before?.status ?? null,
    to: after.status,
    version: after.version,
    ...by,
  });
};

/** A member's way out of matching: read before other writes of the unit, written with them. */
export interface Withdrawal {
  write(by: By): void;
}

/** Null when the member is not looking for a pod, or, with `sprintId`, not for the one of that sprint. */
export const readWithdrawal = async (
  unit: UnitOfWork,
  memberId: string,
  sprintId?: string,
): Promise<Withdrawal | null> => {
  const own = await readOwnRequest(unit, memberId);
  if (own === null || !canStep(own.request, 'cancel')) return null;
  if (sprintId !== undefined && own.request.sprintId !== sprintId) return null;
  return { write: (by) => own.letGo(cancel, by) };
};
