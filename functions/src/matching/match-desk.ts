import { type CallableInput, type CallableOutput, DomainError } from '@podmates/domain';
import {
  type Outcome,
  acceptProposal,
  askForRematch,
  canMeet,
  candidateBefore,
  candidateOf,
  countOverlap,
  expireProposal,
  nextRematch,
  noRelations,
  proposalClosed,
  refuseTooSoon,
  snooze,
  wake,
  weekHours,
} from '@podmates/domain/matching';
import { acceptAddition, expireAddition, isAddition, refuseHost } from '@podmates/domain/pods';
import { localDay } from '@podmates/domain/time';
import { readFormation } from '../pods/formation';
import { type Ports } from '../runtime/ports';
import { recordsOf } from '../store/records';
import { type UnitOfWork, commit } from '../store/unit-of-work';
import { MatchingRuns } from './matching-runs';
import { MatchingSweep } from './matching-sweep';
import { readNewRequest, runAround } from './new-request';
import { readProposal, saveOutcome } from './proposal-records';
import { relationsOfOne } from './relation-records';
import { readOwnRequest, readWithdrawal, saveRequest } from './withdrawal';

/** Waiting people that a preview counts; beyond it the answer says "many" anyway. */
const PREVIEW_LIMIT = 500;

type Answered = CallableOutput<'answerProposal'>;

/** From waiting people to proposals, and from answers to pods. */
export class MatchDesk {
  private readonly runs: MatchingRuns;
  private readonly due: MatchingSweep;

  constructor(private readonly ports: Ports) {
    this.runs = new MatchingRuns(ports);
    this.due = new MatchingSweep(ports, (proposalId) => this.expire(proposalId));
  }

  /** How many waiting people the member could meet, and who share enough hours with this availability. */
  async preview(memberId: string, input: CallableInput<'previewOverlap'>): Promise<CallableOutput<'previewOverlap'>> {
    const now = await this.ports.clock.now();
    const { members, matchRequests, relations } = recordsOf(this.ports.db);
    const member = (await members.doc(memberId).get()).data();
    if (!member) throw new DomainError('not-found', 'There is no such member.');
    const own = (await relations.doc(memberId).get()).data() ?? noRelations(memberId);
    const hours = weekHours(input.availability, input.timeZone, localDay(now, input.timeZone));
    const { preferences = member.preferences, isAdult = member.isAdult } = input;
    const withForm = { ...member, preferences, isAdult };
    const me = candidateBefore({ ...input, hours, member: withForm, relations: own, now });
    const waiting = await matchRequests
      .where('status', '==', 'waiting')
      .where('track', '==', input.track)
      .where('language', '==', member.language)
      .where('isAdult', '==', isAdult)
      .limit(PREVIEW_LIMIT)
      .get();
    const others = waiting.docs.map((found) => candidateOf(found.data(), now)).filter((other) => canMeet(me, other));
    return countOverlap(hours, others);
  }

  /** Matches everybody who waits, here and now. */
  run(): Promise<void> {
    return this.runs.everybody();
  }

  /** Matches those around a member who has just begun to wait. */
  runFor(memberId: string): Promise<void> {
    return this.runs.around(memberId);
  }

  /** Matches one shard of a planned run. */
  matchShard(shardId: string): Promise<void> {
    return this.runs.matchShard(shardId);
  }

  /** Does what is due, takes up what was left, and begins the round. */
  async sweep(): Promise<void> {
    await this.due.everything();
    await this.runs.resume();
    await this.runs.begin();
  }

  /** Takes the member out of matching; an open proposal is declined for them. Nothing to cancel is no error. */
  cancel(memberId: string): Promise<void> {
    return commit(this.ports, async (unit) => {
      const withdrawal = await readWithdrawal(unit, memberId);
      withdrawal?.write({ actorId: memberId, cause: 'cancelMatch' });
    });
  }

  /**
   * Pauses the search until then, or ends the pause (null); the time that was waited is kept. An open proposal is
   * declined for the member, and after three of those within a day the pause lasts until a rematch would be possible
   * again. Ending a pause that is none changes nothing.
   * @throws DomainError `invalid-argument` at the field `until`; `failed-precondition` when they look for no pod;
   * `resource-exhausted` as `refuseTooSoon`
   */
  snooze(memberId: string, input: CallableInput<'snoozeMatching'>): Promise<void> {
    return commit(this.ports, async (unit) => {
      const own = await readOwnRequest(unit, memberId);
      const by = { actorId: memberId, cause: 'snoozeMatching' };
      if (input.until === null) {
        if (own?.request.status !== 'snoozed') return;
        refuseTooSoon(own.request, unit.now);
        saveRequest(unit, own.request, wake(own.request), by);
        runAround(unit, wake(own.request));
        return;
      }
      if (own === null)
        throw new DomainError('failed-precondition', 'You are not looking for a pod, so there is nothing to pause.');
      const until = new Date(input.until);
      const paused = snooze(own.request, until, unit.now);
      own.letGo(({ rematchedAt }) => {
        const again = nextRematch(rematchedAt, unit.now);
        return { ...paused, rematchedAt, snoozedUntil: again && again > until ? again : until };
      }, by);
    });
  }

  /**
   * Puts a member back into the queue with the sprint that runs; a pause ends with it. Waiting, or being asked already:
   * nothing changes.
   * @throws DomainError `failed-precondition` without a running sprint, or with a pod; `resource-exhausted` as `refuseTooSoon`
   */
  request(memberId: string): Promise<void> {
    return commit(this.ports, async (unit) => {
      const { members, sprints, streaks, matchRequests } = unit.records;
      const member = await unit.get(members.doc(memberId), 'There is no such member.');
      if (member.podId !== null) throw new DomainError('failed-precondition', 'You have a pod already.');
      const sprint = member.activeSprintId === null ? null : await unit.find(sprints.doc(member.activeSprintId));
      if (sprint === null)
        throw new DomainError('failed-precondition', 'Start a sprint first; its plan finds the pod.');
      const before = await unit.find(matchRequests.doc(memberId));
      // Held by a lock that is over they are back in the queue with the next sweep, in the place that they have.
      if (before?.status === 'waiting' || before?.status === 'proposed') return;
      if (before?.status === 'snoozed' || before?.status === 'cancelled') refuseTooSoon(before, unit.now);
      const by = { actorId: memberId, cause: 'requestMatch' };
      if (before?.status === 'snoozed') {
        saveRequest(unit, before, wake(before), by);
        runAround(unit, wake(before));
        return;
      }
      const streak = await unit.find(streaks.doc(memberId));
      const wish = await readNewRequest(unit, { member, before, streak });
      wish.write(sprint, by);
    });
  }

  /**
   * One member's answer; the last acceptance forms the pod. A yes after which it is closed, as when two of its people may
   * no longer meet, is refused like one that comes after any other end. @throws DomainError when not part of it, or closed
   */
  async answer(memberId: string, input: CallableInput<'answerProposal'>): Promise<Answered> {
    const answered = await this.saveAnswer(memberId, input);
    if (input.answer === 'accept' && answered.state !== 'open' && answered.state !== 'formed') throw proposalClosed();
    return answered;
  }

  private saveAnswer(memberId: string, input: CallableInput<'answerProposal'>): Promise<Answered> {
    return commit(this.ports, async (unit) => {
      const proposal = await unit.find(unit.records.proposals.doc(input.proposalId));
      if (proposal === null || !proposal.memberIds.includes(memberId))
        throw new DomainError('not-found', 'There is no such proposal for you.');
      const at = await readProposal(unit, proposal);
      const by = { actorId: memberId, cause: 'answerProposal' };
      if (input.answer === 'accept') {
        const accepted = isAddition(proposal) ? acceptAddition(at, memberId) : acceptProposal(at, memberId);
        return this.settle(unit, at, accepted, by);
      }
      refuseHost(proposal, memberId);
      const before = await relationsOfOne(unit, memberId);
      const request = await unit.find(unit.records.matchRequests.doc(memberId));
      const { relations, ...asked } = askForRematch(at, { memberId, relations: before, request });
      if (relations !== before) unit.save(unit.records.relations.doc(memberId), relations);
      return this.settle(unit, at, asked, by);
    });
  }

  /** Ends a proposal whose time is over; too early, decided or gone: nothing happens. */
  async expire(proposalId: string): Promise<void> {
    await commit(this.ports, async (unit) => {
      const proposal = await unit.find(unit.records.proposals.doc(proposalId));
      if (proposal === null) return;
      const at = await readProposal(unit, proposal);
      const decided = isAddition(proposal) ? expireAddition(at) : expireProposal(at);
      if (decided) await this.settle(unit, at, decided, { actorId: 'system', cause: 'expireProposal' });
    });
  }

  private async settle(
    unit: UnitOfWork,
    before: Outcome,
    after: Outcome,
    by: { actorId: string; cause: string },
  ): Promise<Answered> {
    const { proposal } = after;
    if (proposal.version === before.proposal.version) return { state: proposal.state, podId: proposal.podId };
    const formation =
      proposal.state === 'formed' ? await readFormation(unit, this.ports.ids, proposal, by.cause) : null;
    const podId = formation?.podId ?? proposal.podId;
    saveOutcome(unit, before, { ...after, proposal: { ...proposal, podId } }, by);
    formation?.write();
    return { state: proposal.state, podId };
  }
}
