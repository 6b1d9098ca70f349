import { type CallableInput, type CallableOutput, DomainError } from '@podmates/domain';
import {
  answerDecision,
  type Departure,
  type Facts,
  joinPod,
  leavePod,
  matchedRequest,
  mayGoTogether,
  meetingWith,
  MOST_IN_A_POD,
  passTime,
  type PodCase,
  seeMember,
  seenOrPaused,
  type Whereabouts,
} from '@podmates/domain/pods';
import { saveRequest } from '../matching/withdrawal';
import { eachApart } from '../runtime/defects';
import { type Ports } from '../runtime/ports';
import { recordsOf } from '../store/records';
import { type UnitOfWork, commit } from '../store/unit-of-work';
import { circumstancesOf, readCase } from './pod-case';
import { readPodChange } from './pod-change';
import { candidateNow, cardOf, readPeople, requestOfNow } from './pod-people';
import { readPodStep } from './pod-step';
import { warnOfShifts } from './shift-warnings';
import { PodSearches } from './pod-searches';

/** Pods looked after by one sweep; the next one takes the rest. */
const SWEEP_LIMIT = 200;
/** How often a visit is noted: often enough for days, seldom enough to cost nothing. */
const NOTED_EVERY_MS = 6 * 3_600_000;

/** Pods after they were formed: who leaves, who joins, what is asked and decided, and what time brings about. */
export class PodDesk {
  private readonly searches: PodSearches;

  constructor(private readonly ports: Ports) {
    this.searches = new PodSearches(ports);
  }

  /** Out of the pod, to look for another one or not. @throws DomainError `not-found` when it is not theirs */
  leave(memberId: string, input: CallableInput<'leavePod'>): Promise<void> {
    const departure: Departure = input.looksForAnother
      ? { memberIds: [memberId], to: 'queue', why: 'moved-on' }
      : { memberIds: [memberId], to: 'nowhere', why: 'left' };
    return commit(this.ports, async (unit) => {
      const before = await theirCase(unit, input.podId, memberId);
      const outcome = leavePod(before, departure, circumstancesOf(unit, this.ports.ids));
      const step = await readPodStep(unit, this.ports.ids, before, outcome);
      step.write({ actorId: memberId, cause: 'leavePod' });
    });
  }

  /** One member's answer to a question, with all that it decides. @throws DomainError as the domain's `answerDecision` */
  answer(memberId: string, input: CallableInput<'answerPodDecision'>): Promise<CallableOutput<'answerPodDecision'>> {
    return commit(this.ports, async (unit) => {
      const { decisionId, option } = input;
      const earlier = await unit.find(unit.records.decisions(input.podId).doc(decisionId));
      // The same answer again, as after one whose receipt was lost: it may have led out of the pod by now.
      if (earlier?.answers[memberId] === option) return { state: earlier.state };
      const before = await theirCase(unit, input.podId, memberId);
      const outcome = answerDecision(before, { decisionId, memberId, option }, circumstancesOf(unit, this.ports.ids));
      const { state } = outcome.decisions.find(({ id }) => id === decisionId) ?? { state: 'void' as const };
      const step = await readPodStep(unit, this.ports.ids, before, outcome);
      step.write({ actorId: memberId, cause: `answerPodDecision ${option}` });
      return { state };
    });
  }

  /** Back into the pod that was left by being away. @throws DomainError when there is no way back, or no room */
  comeBack(memberId: string): Promise<{ podId: string }> {
    return commit(this.ports, async (unit) => {
      const { members, sprints } = unit.records;
      const member = await unit.get(members.doc(memberId), 'There is no such member.');
      const podId = member.wayBack?.podId;
      const before = podId === undefined ? null : await readCase(unit, podId);
      const isTooLate = !member.wayBack || unit.now >= member.wayBack.until || member.podId !== null;
      if (!before || isTooLate || before.pod.memberIds.length >= MOST_IN_A_POD) throw noWayBack();
      const people = await readPeople(unit, [...before.pod.memberIds, memberId]);
      const candidates = [...people.values()].flatMap((person) => candidateNow(person, unit.now) ?? []);
      const me = people.get(memberId);
      const requests = [...people.values()].flatMap((person) => requestOfNow(person, unit.now) ?? []);
      if (!me?.request || me.request.status === 'proposed' || !mayGoTogether(candidates)) throw noWayBack();
      const when = meetingWith(before.pod, requests, unit.now);
      const outcome = joinPod(before, { card: cardOf(me), ...when }, circumstancesOf(unit, this.ports.ids));
      const change = await readPodChange(unit, before, outcome, { why: 'came-back' });
      const by = { actorId: memberId, cause: 'returnToPod' };
      change.write(by);
      unit.save(members.doc(memberId), { ...member, podId: before.pod.id, wayBack: null });
      if (me.sprint) unit.save(sprints.doc(me.sprint.id), { ...me.sprint, podId: before.pod.id });
      saveRequest(unit, me.request, matchedRequest(me.request, unit.now), by);
      return { podId: before.pod.id };
    });
  }

  /** Notes that a member is here; their pod's decisions wait for them again. */
  noteVisit(memberId: string): Promise<void> {
    return commit(this.ports, async (unit) => {
      const { members } = unit.records;
      const member = await unit.get(members.doc(memberId), 'There is no such member.');
      if (member.seenAt && unit.now.getTime() - member.seenAt.getTime() < NOTED_EVERY_MS) return;
      const before = member.podId === null ? null : await readCase(unit, member.podId);
      const outcome = before && seeMember(before, memberId, circumstancesOf(unit, this.ports.ids));
      const step = before && outcome ? await readPodStep(unit, this.ports.ids, before, outcome) : null;
      unit.save(members.doc(memberId), { ...member, seenAt: unit.now });
      step?.write({ actorId: memberId, cause: 'noteVisit' });
    });
  }

  /** Does what time has brought about, then asks somebody to join if the pod looks for one. Nothing due: nothing happens. */
  async decide(podId: string): Promise<void> {
    await commit(this.ports, async (unit) => {
      const before = await readCase(unit, podId);
      if (!before?.pod.dueAt || unit.now < before.pod.dueAt) return;
      const facts = await readFacts(unit, before);
      const outcome = passTime(before, facts, circumstancesOf(unit, this.ports.ids));
      if (!outcome) return;
      const step = await readPodStep(unit, this.ports.ids, before, outcome);
      step.write({ actorId: 'system', cause: 'decidePod' });
    });
    await this.searches.ask(podId);
  }

  /** Looks after every pod in which something is due, and after those that look for somebody. */
  async sweep(): Promise<void> {
    const now = await this.ports.clock.now();
    const due = await recordsOf(this.ports.db)
      .pods.where('dueAt', '<=', now)
      .orderBy('dueAt')
      .limit(SWEEP_LIMIT)
      .select()
      .get();
    await eachApart(
      'pods.sweep',
      due.docs.map((found) => found.id),
      (id) => this.decide(id),
    );
    await this.searches.askAll();
  }

  /** Tells members ahead that the weekly meeting will be at another time on their clocks. */
  warnOfShifts(): Promise<void> {
    return warnOfShifts(this.ports);
  }

  /** Before those who wait are put together, whoever is first in turn is asked by a pod that looks for somebody. */
  fill(): Promise<void> {
    return this.searches.askAll();
  }
}

const noWayBack = (): DomainError =>
  new DomainError('failed-precondition', 'There is no place in that pod any more. We find you another one.');

async function theirCase(unit: UnitOfWork, podId: string, memberId: string): Promise<PodCase> {
  const found = await readCase(unit, podId);
  if (!found?.pod.memberIds.includes(memberId)) throw new DomainError('not-found', 'There is no such pod of yours.');
  return found;
}

async function readFacts(unit: UnitOfWork, { pod, decisions }: PodCase): Promise<Facts> {
  const { members, matchRequests } = unit.records;
  const movedIds = decisions.flatMap(({ rematch }) => rematch?.memberIds ?? []);
  const people = await unit.several([...new Set([...pod.memberIds, ...movedIds])].map((id) => members.doc(id)));
  const requests = await unit.several(movedIds.map((id) => matchRequests.doc(id)));
  const whereabouts = requests.map((request): [string, Whereabouts] => {
    if (people.some(({ id, podId }) => id === request.id && podId !== null))
      return [request.id, { podSince: request.matchedAt ?? unit.now }];
    return [request.id, ['waiting', 'proposed', 'snoozed'].includes(request.status) ? 'looking' : 'elsewhere'];
  });
  return {
    seenAt: Object.fromEntries(
      people.map((member) => [member.id, seenOrPaused(member.seenAt ?? unit.now, member, unit.now)]),
    ),
    whereabouts: Object.fromEntries(whereabouts),
  };
}
