import {
  type CallableInput,
  type CallableOutput,
  DomainError,
  type MatchRequest,
  type OutboxEffect,
} from '@podmates/domain';
import { memberCard } from '@podmates/domain/accounts';
import {
  type MatchGroup,
  type Outcome,
  acceptProposal,
  askForRematch,
  canMeet,
  candidateBefore,
  candidateOf,
  countOverlap,
  expireProposal,
  isStale,
  noRelations,
  proposeGroup,
  weekHours,
} from '@podmates/domain/matching';
import { acceptAddition, expireAddition, isAddition, refuseHost } from '@podmates/domain/pods';
import { localDay } from '@podmates/domain/time';
import { readFormation } from '../pods/formation';
import { describeDefect, eachApart, logDefect } from '../runtime/defects';
import { type Ports } from '../runtime/ports';
import { causeId } from '../store/ids';
import { recordsOf } from '../store/records';
import { type UnitOfWork, commit } from '../store/unit-of-work';
import { readNewRequest } from './new-request';
import { readProposal, saveOutcome } from './proposal-records';
import { relationsOfOne } from './relation-records';
import { readWithdrawal } from './withdrawal';

/** Ties of one round fall the same way however often it runs; the next round draws anew. */
const ROUND_MS = 5 * 60_000;
/** Waiting people that a preview counts; beyond it the answer says "many" anyway. */
const PREVIEW_LIMIT = 500;
/** Proposals expired by one sweep; the next one takes the rest. */
const SWEEP_LIMIT = 200;

type Answered = CallableOutput<'answerProposal'>;

/** From waiting people to proposals, and from answers to pods. */
export class MatchDesk {
  constructor(private readonly ports: Ports) {}

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
      .limit(PREVIEW_LIMIT)
      .get();
    const others = waiting.docs.map((found) => candidateOf(found.data())).filter((other) => canMeet(me, other));
    return countOverlap(hours, others);
  }

  /** Groups those who wait, per track and language, and proposes each group that still stands when it is written. */
  async run(): Promise<void> {
    const now = await this.ports.clock.now();
    const waiting = await recordsOf(this.ports.db).matchRequests.where('status', '==', 'waiting').get();
    const people = waiting.docs.map((found) => found.data());
    const seed = Math.floor(now.getTime() / ROUND_MS);
    for (const circle of circlesOf(people))
      for (const group of this.ports.match(circle.map(candidateOf), { now, seed }).groups)
        try {
          await this.propose(group, circle);
        } catch (error) {
          // A group that fell apart meanwhile is formed anew in the next round.
          if (!(error instanceof DomainError)) logDefect('matching.run', describeDefect(error));
        }
  }

  /** Takes the member out of matching; an open proposal is declined for them. Nothing to cancel is no error. */
  cancel(memberId: string): Promise<void> {
    return commit(this.ports, async (unit) => {
      const withdrawal = await readWithdrawal(unit, memberId);
      withdrawal?.write({ actorId: memberId, cause: 'cancelMatch' });
    });
  }

  /**
   * Puts a member back into the queue with the sprint that runs. Waiting, or being asked already: nothing changes.
   * @throws DomainError `failed-precondition` without a running sprint, or with a pod
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
      if (before?.status === 'waiting' || (before?.status === 'proposed' && !isStale(before, unit.now))) return;
      const streak = await unit.find(streaks.doc(memberId));
      const wish = await readNewRequest(unit, { member, before, streak });
      wish.write(sprint, { actorId: memberId, cause: 'requestMatch' });
    });
  }

  /** One member's answer; the last acceptance forms the pod. @throws DomainError when not part of it, or too late */
  answer(memberId: string, input: CallableInput<'answerProposal'>): Promise<Answered> {
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
      const { relations, ...asked } = askForRematch(at, { memberId, relations: before });
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

  /** Expires what is due, then matches those who wait. */
  async sweep(): Promise<void> {
    const now = await this.ports.clock.now();
    const due = await recordsOf(this.ports.db)
      .proposals.where('state', '==', 'open')
      .where('expiresAt', '<=', now)
      .orderBy('expiresAt')
      .limit(SWEEP_LIMIT)
      .select()
      .get();
    await eachApart(
      'matching.sweep',
      due.docs.map((found) => found.id),
      (id) => this.expire(id),
    );
    await this.run();
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

  /** Everything is read again in the transaction: nobody is proposed twice, and nobody who left meanwhile. */
  private propose(group: MatchGroup, planned: readonly MatchRequest[]): Promise<void> {
    return commit(this.ports, async (unit) => {
      const { matchRequests, memberStatuses, members, streaks } = unit.records;
      const ids = group.memberIds;
      const requests = await unit.several(ids.map((id) => matchRequests.doc(id)));
      const statuses = await unit.several(ids.map((id) => memberStatuses.doc(id)));
      const people = await unit.several(ids.map((id) => members.doc(id)));
      const counts = await unit.several(ids.map((id) => streaks.doc(id)));
      const isUnchanged = requests.every((now) => planned.some((then) => isSame(then, now)));
      const areActive = statuses.length === ids.length && statuses.every(({ status }) => status === 'active');
      if (!isUnchanged || !areActive) return;
      const cards = people.map((member) => memberCard(member, counts.find(({ id }) => id === member.id) ?? null));
      const id = this.ports.ids.next();
      const proposed = proposeGroup(group, { id, requests, cards, now: unit.now });
      saveOutcome(unit, null, proposed, { actorId: 'system', cause: 'runMatching' });
      const runAt = proposed.proposal.expiresAt;
      unit.send(causeId('expire-proposal', id), { kind: 'task', task: 'expire-proposal', subjectId: id, runAt });
      for (const memberId of ids) unit.send(causeId('pod-proposed', id, memberId), noticeOf(memberId, id));
    });
  }
}

const noticeOf = (memberId: string, subjectId: string): OutboxEffect => ({
  kind: 'notify',
  memberId,
  event: 'pod-proposed',
  subjectId,
});

const isSame = (then: MatchRequest, now: MatchRequest): boolean =>
  then.id === now.id && then.version === now.version && now.status === 'waiting';

/** Those who could meet at all: the same track in the same language. */
function circlesOf(people: readonly MatchRequest[]): MatchRequest[][] {
  const circles = new Map<string, MatchRequest[]>();
  for (const person of people) {
    const key = `${person.track} ${person.language}`;
    circles.set(key, [...(circles.get(key) ?? []), person]);
  }
  return [...circles.values()];
}
