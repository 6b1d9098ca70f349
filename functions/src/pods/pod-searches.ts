import { type MatchRequest, type Member, type Pod, type Proposal } from '@podmates/domain';
import { type Candidate, candidateOf } from '@podmates/domain/matching';
import {
  chooseNewcomer,
  HEAD_OF_QUEUE,
  isAddition,
  mayJoin,
  MOST_IN_A_POD,
  proposeAddition,
} from '@podmates/domain/pods';
import { type Query } from 'firebase-admin/firestore';
import { saveOutcome } from '../matching/proposal-records';
import { eachApart } from '../runtime/defects';
import { type Ports } from '../runtime/ports';
import { causeId } from '../store/ids';
import { recordsOf } from '../store/records';
import { type UnitOfWork, commit } from '../store/unit-of-work';
import { candidateNow, cardOf, readPeople, requestOfNow } from './pod-people';

/** The queue is read page by page until enough may be asked: those who wait longest often wait because they fit few. */
const QUEUE_PAGE = 40;
/** Whoever is further back is not first in turn, however few of those before them fit. */
const QUEUE_LIMIT = 200;
const SEARCH_LIMIT = 200;
/** Proposals that somebody of the pod was part of; what lies further back is another pod's. */
const EARLIER_LIMIT = 100;

/** Pods that look for somebody, and whom they ask. */
export class PodSearches {
  constructor(private readonly ports: Ports) {}

  /** Asks for every pod that looks for somebody; the one that has looked longest comes first. */
  async askAll(): Promise<void> {
    const found = await this.searching();
    await eachApart(
      'pods.search',
      found.map(({ id }) => id),
      (id) => this.ask(id, found),
    );
  }

  /** Asks one to join, unless the pod looks for nobody or somebody is asked already. `searching`: pods that look, if known. */
  async ask(podId: string, searching?: readonly Pod[]): Promise<void> {
    const { pods, proposals } = recordsOf(this.ports.db);
    const pod = (await pods.doc(podId).get()).data();
    if (!pod?.search) return;
    const [someone = ''] = pod.memberIds;
    const related = await proposals
      .where('memberIds', 'array-contains', someone)
      .orderBy('createdAt', 'desc')
      .limit(EARLIER_LIMIT)
      .get();
    const additions = related.docs.map((found) => found.data()).filter(isAddition);
    if (additions.some(({ state }) => state === 'open')) return;
    if (pod.search.mode === 'refill') await this.askFromQueue(pod, additions);
    else await this.askToMerge(pod, additions, searching ?? (await this.searching()));
  }

  /**
   * Who is first in turn, among those who were not asked by this pod before; when the transaction would not have them,
   * as with somebody who was reported meanwhile, the next.
   */
  private async askFromQueue(pod: Pod, earlier: readonly Proposal[]): Promise<void> {
    const now = await this.ports.clock.now();
    const people = [...(await commit(this.ports, (unit) => readPeople(unit, pod.memberIds))).values()];
    const own = people.flatMap((person) => candidateNow(person, now) ?? []);
    const [someone] = people;
    if (!someone || own.length < pod.memberIds.length) return;
    const askedIds = new Set(earlier.flatMap(({ memberIds }) => memberIds));
    let queue = await headOfQueue(
      this.queueOf(pod, someone.member),
      (candidate) => {
        return !askedIds.has(candidate.id) && mayJoin(own, candidate);
      },
      now,
    );
    for (let askedId = chooseNewcomer(own, queue, now); askedId; askedId = chooseNewcomer(own, queue, now)) {
      const p = { podId: pod.id, kind: 'refill', askedId } as const;
      if (await commit(this.ports, (unit) => this.propose(unit, p))) return;
      queue = queue.filter(({ id }) => id !== askedId);
    }
  }

  private queueOf({ track }: Pod, { language, isAdult }: Member): Query<MatchRequest> {
    return recordsOf(this.ports.db)
      .matchRequests.where('status', '==', 'waiting')
      .where('track', '==', track)
      .where('language', '==', language)
      .where('isAdult', '==', isAdult)
      .orderBy('waitingSince');
  }

  /** One who is left alone may move into another pod that looks for somebody. Of two such the one who began later moves. */
  private async askToMerge(pod: Pod, earlier: readonly Proposal[], searching: readonly Pod[]): Promise<void> {
    const [askedId] = pod.memberIds;
    if (!askedId || pod.memberIds.length > 1) return;
    const seenIds = earlier.map(({ podId }) => podId);
    const others = searching.filter(
      (other) =>
        other.id !== pod.id &&
        other.track === pod.track &&
        other.memberIds.length < MOST_IN_A_POD &&
        !seenIds.includes(other.id) &&
        (other.search?.mode === 'refill' || isEarlier(other, pod)),
    );
    for (const host of others) {
      const isAsked = await commit(this.ports, (unit) =>
        this.propose(unit, { podId: host.id, kind: 'merge', askedId, fromId: pod.id }),
      );
      if (isAsked) return;
    }
  }

  /** Everything is read again: the pod still looks, they may meet, and nobody of them is part of another open proposal. */
  private async propose(
    unit: UnitOfWork,
    p: { podId: string; kind: 'refill' | 'merge'; askedId: string; fromId?: string },
  ): Promise<boolean> {
    const { pods, proposals, memberStatuses } = unit.records;
    const pod = await unit.find(pods.doc(p.podId));
    if (!pod?.search) return false;
    const ids = [...pod.memberIds, p.askedId];
    const open = await unit.list(proposals.where('memberIds', 'array-contains-any', ids).where('state', '==', 'open'));
    const areAsked = open.some(({ podId, expiresAt }) => podId === pod.id || unit.now < expiresAt);
    const people = await readPeople(unit, ids);
    const status = await unit.find(memberStatuses.doc(p.askedId));
    const asked = people.get(p.askedId);
    const isElsewhere = (asked?.member.podId ?? null) !== (p.fromId ?? null);
    if (areAsked || !asked || status?.status !== 'active' || isElsewhere) return false;
    const proposed = proposeAddition({
      id: this.ports.ids.next(),
      kind: p.kind,
      pod,
      requests: [...people.values()].flatMap((person) => requestOfNow(person, unit.now) ?? []),
      people: [...people.values()].flatMap((person) => candidateNow(person, unit.now) ?? []),
      card: cardOf(asked),
      now: unit.now,
    });
    if (!proposed) return false;
    const { proposal } = proposed;
    saveOutcome(unit, null, proposed, { actorId: 'system', cause: 'searchForPod' });
    unit.send(causeId('expire-proposal', proposal.id), {
      kind: 'task',
      task: 'expire-proposal',
      subjectId: proposal.id,
      runAt: proposal.expiresAt,
    });
    unit.send(causeId('pod-proposed', proposal.id, p.askedId), {
      kind: 'notify',
      memberId: p.askedId,
      event: 'pod-proposed',
      subjectId: proposal.id,
    });
    return true;
  }

  /** The longest search first; a pod that looks for nobody has no `since`, and is not found. */
  private async searching(): Promise<Pod[]> {
    const found = await recordsOf(this.ports.db).pods.orderBy('search.since').limit(SEARCH_LIMIT).get();
    return found.docs.map((pod) => pod.data()).sort((a, b) => (isEarlier(a, b) ? -1 : 1));
  }
}

/** The first few of those in turn whom the pod may ask. */
async function headOfQueue(
  queue: Query<MatchRequest>,
  mayBeAsked: (candidate: Candidate) => boolean,
  now: Date,
): Promise<Candidate[]> {
  const head: Candidate[] = [];
  let page = await queue.limit(QUEUE_PAGE).get();
  for (let read = page.size; ; read += page.size) {
    head.push(...page.docs.map((found) => candidateOf(found.data(), now)).filter(mayBeAsked));
    const last = page.docs.at(-1);
    if (!last || page.size < QUEUE_PAGE || head.length >= HEAD_OF_QUEUE || read >= QUEUE_LIMIT) return head;
    page = await queue.startAfter(last).limit(QUEUE_PAGE).get();
  }
}

const isEarlier = (a: Pod, b: Pod): boolean => {
  const [since, other] = [a.search?.since.getTime() ?? 0, b.search?.since.getTime() ?? 0];
  return since < other || (since === other && a.id < b.id);
};
