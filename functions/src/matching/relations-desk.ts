import { type CallableInput, type MatchRequest, type Relations } from '@podmates/domain';
import {
  copiesOf,
  declineProposal,
  isSearching,
  withBlock,
  withFavourite,
  withoutBlock,
} from '@podmates/domain/matching';
import { withMutedNudges } from '@podmates/domain/peers';
import { readSeparation } from '../pods/separation';
import { type Ports } from '../runtime/ports';
import { causeId } from '../store/ids';
import { type UnitOfWork, commit } from '../store/unit-of-work';
import { readProposal, saveOutcome } from './proposal-records';
import { relationsOfOne } from './relation-records';

type By = { readonly actorId: string; readonly cause: string };

/**
 * What members say about one another: whom they would like to meet again, and whom never. Nobody else learns of it, and
 * no answer depends on whether the other exists, so that none of these can be used to ask.
 */
export class RelationsDesk {
  constructor(private readonly ports: Ports) {}

  /** @throws DomainError `failed-precondition` for somebody blocked; `resource-exhausted` with a full list */
  setFavourite(memberId: string, input: CallableInput<'setFavourite'>): Promise<void> {
    return this.change(memberId, 'setFavourite', (relations) =>
      withFavourite(relations, input.memberId, input.isFavourite),
    );
  }

  unblock(memberId: string, input: CallableInput<'unblockMember'>): Promise<void> {
    return this.change(memberId, 'unblockMember', (relations) => withoutBlock(relations, input.memberId));
  }

  /** @throws DomainError `resource-exhausted` with a full list */
  muteNudges(memberId: string, input: CallableInput<'muteNudges'>): Promise<void> {
    return this.change(memberId, 'muteNudges', (relations) =>
      withMutedNudges(relations, input.memberId, input.isMuted),
    );
  }

  /**
   * From now on the two are never put together. A proposal that holds both closes at once, as after a rematch; in a pod
   * that holds both, whoever blocked is asked who is to go.
   * @throws DomainError `resource-exhausted` with a full list
   */
  block(memberId: string, input: CallableInput<'blockMember'>): Promise<void> {
    return commit(this.ports, async (unit) => {
      const { proposals, matchRequests } = unit.records;
      const by = { actorId: memberId, cause: 'blockMember' };
      const before = await relationsOfOne(unit, memberId);
      const relations = withBlock(before, input.memberId);
      if (relations === before) return;
      const mine = proposals.where('memberIds', 'array-contains', memberId).where('state', '==', 'open');
      const shared = (await unit.list(mine)).find(
        ({ memberIds, expiresAt }) => memberIds.includes(input.memberId) && unit.now < expiresAt,
      );
      const at = shared ? await readProposal(unit, shared) : null;
      const request = await unit.find(matchRequests.doc(memberId));
      const separation = await readSeparation(unit, this.ports.ids, { blockerId: memberId, blockedId: input.memberId });

      saveRelations(unit, relations, by);
      unit.send(causeId('part-words', memberId, `v${relations.version}`), {
        kind: 'task',
        task: 'part-words',
        subjectId: memberId,
        runAt: unit.now,
      });
      const declined = at && declineProposal(at);
      const isOwn = ({ id }: MatchRequest) => id === memberId;
      const copies = copiesOf(relations);
      if (at && declined)
        saveOutcome(
          unit,
          at,
          { ...declined, requests: declined.requests.map((one) => (isOwn(one) ? { ...one, ...copies } : one)) },
          by,
        );
      if (!declined?.requests.some(isOwn)) saveCopies(unit, request, relations);
      separation?.write(by);
    });
  }

  private change(memberId: string, cause: string, next: (relations: Relations) => Relations): Promise<void> {
    return commit(this.ports, async (unit) => {
      const before = await relationsOfOne(unit, memberId);
      const relations = next(before);
      if (relations === before) return;
      const request = await unit.find(unit.records.matchRequests.doc(memberId));
      saveRelations(unit, relations, { actorId: memberId, cause });
      saveCopies(unit, request, relations);
    });
  }
}

/** The audit event says that something was said, not about whom. */
function saveRelations(unit: UnitOfWork, relations: Relations, by: By): void {
  const ref = unit.records.relations.doc(relations.id);
  unit.save(ref, relations);
  unit.audit({
    id: causeId('relations', relations.id, `v${relations.version}`),
    entity: ref.path,
    from: `v${relations.version - 1}`,
    to: `v${relations.version}`,
    version: relations.version,
    ...by,
  });
}

/** A request that looks for a pod is matched by its copies, so they change with what they are copies of. */
function saveCopies(unit: UnitOfWork, request: MatchRequest | null, relations: Relations): void {
  if (request === null || !isSearching(request)) return;
  const fresh = { ...request, ...copiesOf(relations), version: request.version + 1 };
  unit.save(unit.records.matchRequests.doc(request.id), fresh);
}
