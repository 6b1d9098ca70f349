import { type MatchRequest, SCHEMA_VERSION } from '@podmates/domain';
import { isStale, isToWake, refreshRequest, release, wake } from '@podmates/domain/matching';
import { type Query } from 'firebase-admin/firestore';
import { eachApart } from '../runtime/defects';
import { type Ports } from '../runtime/ports';
import { recordsOf } from '../store/records';
import { type UnitOfWork, commit } from '../store/unit-of-work';
import { relationsOfOne } from './relation-records';
import { saveRequest } from './withdrawal';

/** Documents taken up by one sweep for each cause; the next one takes the rest. */
const SWEEP_LIMIT = 200;
const BY = { actorId: 'system', cause: 'sweepMatching' } as const;

/** What time alone changes about requests, found by reading what is due. */
export class MatchingSweep {
  constructor(
    private readonly ports: Ports,
    private readonly expire: (proposalId: string) => Promise<void>,
  ) {}

  async everything(): Promise<void> {
    const now = await this.ports.clock.now();
    const { proposals, matchRequests } = recordsOf(this.ports.db);
    const overdue = proposals.where('state', '==', 'open').where('expiresAt', '<=', now).orderBy('expiresAt');
    await eachApart('matching.expire', await idsOf(overdue), (id) => this.expire(id));
    const stale = matchRequests.where('status', '==', 'proposed').where('lock.expiresAt', '<=', now);
    await eachApart('matching.free', await idsOf(stale), (id) => this.free(id));
    const rested = matchRequests.where('status', '==', 'snoozed').where('snoozedUntil', '<=', now);
    await eachApart('matching.wake', await idsOf(rested), (id) => this.wake(id));
    const older = matchRequests.where('status', '==', 'waiting').where('schemaVersion', '<', SCHEMA_VERSION);
    await eachApart('matching.migrate', await idsOf(older), (id) => this.bringUpToDate(id));
  }

  /** Frees a request from a lock that is over. Its proposal comes to its end first, if it can: two may have said yes. */
  private async free(memberId: string): Promise<void> {
    const held = (await recordsOf(this.ports.db).matchRequests.doc(memberId).get()).data();
    if (held?.lock) await eachApart('matching.expire', [held.lock.proposalId], (id) => this.expire(id));
    await this.step(memberId, async (unit, request) => {
      if (request.status === 'proposed' && isStale(request, unit.now)) saveRequest(unit, request, release(request), BY);
    });
  }

  private wake(memberId: string): Promise<void> {
    return this.step(memberId, async (unit, request) => {
      if (isToWake(request, unit.now)) saveRequest(unit, request, wake(request), BY);
    });
  }

  /** A request of an older version lacks fields that a run asks for, until it is saved as it is read. */
  private bringUpToDate(memberId: string): Promise<void> {
    return this.step(memberId, async (unit, request) => {
      const member = await unit.find(unit.records.members.doc(memberId));
      if (!member) return;
      const relations = await relationsOfOne(unit, memberId);
      unit.save(unit.records.matchRequests.doc(memberId), refreshRequest(request, { member, relations }));
    });
  }

  private step(memberId: string, change: (unit: UnitOfWork, request: MatchRequest) => Promise<void>): Promise<void> {
    return commit(this.ports, async (unit) => {
      const request = await unit.find(unit.records.matchRequests.doc(memberId));
      if (request) await change(unit, request);
    });
  }
}

const idsOf = async (due: Query<{ id: string }>): Promise<string[]> =>
  (await due.limit(SWEEP_LIMIT).select().get()).docs.map((found) => found.id);
