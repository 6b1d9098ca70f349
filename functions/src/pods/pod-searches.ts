import { type Pod, type Proposal } from '@podmates/domain';
import { candidateOf } from '@podmates/domain/matching';
import { chooseNewcomer, isAddition, MOST_IN_A_POD, proposeAddition } from '@podmates/domain/pods';
import { saveOutcome } from '../matching/proposal-records';
import { eachApart } from '../runtime/defects';
import { type Ports } from '../runtime/ports';
import { causeId } from '../store/ids';
import { recordsOf } from '../store/records';
import { type UnitOfWork, commit } from '../store/unit-of-work';
import { candidateNow, cardOf, readPeople } from './pod-people';

/** As many of the queue as are looked at for one pod; whoever is further back is not first in turn. */
const QUEUE_LIMIT = 40;
const SEARCH_LIMIT = 200;

/** Pods that look for somebody, and whom they ask. */
export class PodSearches {
  constructor(private readonly ports: Ports) {}

  /** Asks for every pod that looks for somebody; the one that has looked longest comes first. */
  async askAll(): Promise<void> {
    const found = await this.searching();
    await eachApart(
      'pods.search',
      found.map(({ id }) => id),
      (id) => this.ask(id),
    );
  }

  /** Asks one to join, unless the pod looks for nobody or somebody is asked already. */
  async ask(podId: string): Promise<void> {
    const { pods, proposals } = recordsOf(this.ports.db);
    const pod = (await pods.doc(podId).get()).data();
    if (!pod?.search) return;
    const [someone = ''] = pod.memberIds;
    const related = await proposals.where('memberIds', 'array-contains', someone).get();
    const additions = related.docs.map((found) => found.data()).filter(isAddition);
    if (additions.some(({ state }) => state === 'open')) return;
    if (pod.search.mode === 'refill') await this.askFromQueue(pod, additions);
    else await this.askToMerge(pod, additions);
  }

  /** Who is first in turn, among those who were not asked by this pod before. */
  private async askFromQueue(pod: Pod, earlier: readonly Proposal[]): Promise<void> {
    const { matchRequests } = recordsOf(this.ports.db);
    const now = await this.ports.clock.now();
    const own = (await Promise.all(pod.memberIds.map((id) => matchRequests.doc(id).get()))).flatMap(
      (found) => found.data() ?? [],
    );
    const [someone] = own;
    if (!someone) return;
    const waiting = await matchRequests
      .where('status', '==', 'waiting')
      .where('track', '==', pod.track)
      .where('language', '==', someone.language)
      .orderBy('waitingSince')
      .limit(QUEUE_LIMIT)
      .get();
    const askedIds = earlier.flatMap(({ memberIds }) => memberIds);
    const queue = waiting.docs
      .map((found) => candidateOf(found.data(), now))
      .filter(({ id }) => !askedIds.includes(id));
    const chosenId = chooseNewcomer(
      own.map((one) => candidateOf(one, now)),
      queue,
      now,
    );
    if (chosenId)
      await commit(this.ports, (unit) => this.propose(unit, { podId: pod.id, kind: 'refill', askedId: chosenId }));
  }

  /** One who is left alone may move into another pod that looks for somebody. Of two such the one who began later moves. */
  private async askToMerge(pod: Pod, earlier: readonly Proposal[]): Promise<void> {
    const [askedId] = pod.memberIds;
    if (!askedId || pod.memberIds.length > 1) return;
    const seenIds = earlier.map(({ podId }) => podId);
    const others = (await this.searching()).filter(
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

  /** Everything is read again: the pod still looks for somebody, nobody is asked by it, and they may meet. */
  private async propose(
    unit: UnitOfWork,
    p: { podId: string; kind: 'refill' | 'merge'; askedId: string; fromId?: string },
  ): Promise<boolean> {
    const { pods, proposals, memberStatuses } = unit.records;
    const pod = await unit.find(pods.doc(p.podId));
    if (!pod?.search) return false;
    const open = await unit.list(proposals.where('podId', '==', pod.id).where('state', '==', 'open'));
    const people = await readPeople(unit, [...pod.memberIds, p.askedId]);
    const status = await unit.find(memberStatuses.doc(p.askedId));
    const asked = people.get(p.askedId);
    const isElsewhere = (asked?.member.podId ?? null) !== (p.fromId ?? null);
    if (open.length > 0 || !asked || status?.status !== 'active' || isElsewhere) return false;
    const proposed = proposeAddition({
      id: this.ports.ids.next(),
      kind: p.kind,
      pod,
      requests: [...people.values()].flatMap(({ request }) => request ?? []),
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

  private async searching(): Promise<Pod[]> {
    const found = await recordsOf(this.ports.db)
      .pods.where('search.mode', 'in', ['refill', 'merge'])
      .limit(SEARCH_LIMIT)
      .get();
    return found.docs.map((pod) => pod.data()).sort((a, b) => (isEarlier(a, b) ? -1 : 1));
  }
}

const isEarlier = (a: Pod, b: Pod): boolean => {
  const [since, other] = [a.search?.since.getTime() ?? 0, b.search?.since.getTime() ?? 0];
  return since < other || (since === other && a.id < b.id);
};
