import { type Pod } from '@podmates/domain';
import { attempt, type Circumstances, type Habit } from './circumstances';
import { chance, isDemo, pick } from './choices';
import { HELLOS, REPLIES } from './words';

/** Real time: a thread is read by somebody who waits for an answer, not by the local clock. */
const LOOK_EVERY_MS = 3_000;
const HELLO_AFTER_MS = { least: 5_000, most: 40_000 } as const;
const REPLY_AFTER_MS = 6_000;

/** Demo people greet a new pod and answer what a visitor writes in the thread. */
export class Talking implements Habit {
  private lastLook = 0;
  /** When this process first saw a pod or a message: their own times are on the server's clock. */
  private readonly firstSeen = new Map<string, number>();

  constructor(private readonly at: Circumstances) {}

  async follow(): Promise<void> {
    if (Date.now() - this.lastLook < LOOK_EVERY_MS) return;
    this.lastLook = Date.now();
    const pods = await this.at.records.pods.where('status', '==', 'active').get();
    for (const pod of pods.docs.map((found) => found.data())) {
      if (!pod.memberIds.every(isDemo)) await this.talkIn(pod);
    }
  }

  private async talkIn(pod: Pod): Promise<void> {
    const newest = (await this.at.records.messages(pod.id).orderBy('sentAt', 'desc').limit(20).get()).docs.map(
      (found) => found.data(),
    );
    const demoPeople = pod.memberIds.filter(isDemo);
    for (const memberId of demoPeople) {
      const hasSpoken = newest.some(({ authorId }) => authorId === memberId);
      const span = HELLO_AFTER_MS.most - HELLO_AFTER_MS.least;
      const wait = HELLO_AFTER_MS.least + span * chance(this.at.seed, 'hello', pod.id, memberId);
      if (newest.length >= 20 || hasSpoken || this.sinceSeen(pod.id) < wait) continue;
      await this.say(pod, memberId, `hello-${memberId}`, pick(HELLOS, this.at.seed, pod.id, memberId));
    }
    const last = newest[0];
    if (!last || isDemo(last.authorId) || this.sinceSeen(last.id) < REPLY_AFTER_MS) return;
    const [first, ...others] = demoPeople;
    if (!first) return;
    const speaker = pick([first, ...others], this.at.seed, last.id);
    await this.say(pod, speaker, `reply-${last.id}`, pick(REPLIES, this.at.seed, 'words', last.id));
  }

  private sinceSeen(id: string): number {
    const seen = this.firstSeen.get(id) ?? Date.now();
    this.firstSeen.set(id, seen);
    return Date.now() - seen;
  }

  private async say(pod: Pod, memberId: string, clientMutationId: string, text: string): Promise<void> {
    const said = { scope: 'pod', id: pod.id, clientMutationId, text, isMeant: false } as const;
    await attempt('write to the thread', () => this.at.accounts.call(memberId, 'sendMessage', said));
  }
}
