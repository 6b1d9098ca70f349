import { type ChatScope, type PodMessage } from '@podmates/domain';
import { type CollectionReference } from 'firebase-admin/firestore';
import { attempt, type Circumstances, type Habit } from './circumstances';
import { chance, isDemo, pick } from './choices';
import { HELLOS, REPLIES, SESSION_HELLOS } from './words';

/** Real time: a thread is read by somebody who waits for an answer, not by the local clock. */
const LOOK_EVERY_MS = 3_000;
const HELLO_AFTER_MS = { least: 5_000, most: 40_000 } as const;
const REPLY_AFTER_MS = 6_000;

/** A thread or a chat with a visitor in it. */
interface Place {
  readonly scope: ChatScope;
  readonly id: string;
  readonly memberIds: readonly string[];
  readonly messages: CollectionReference<PodMessage>;
  readonly hellos: readonly [string, ...string[]];
}

/** Demo people greet a new pod and a session, and answer what a visitor writes in either. */
export class Talking implements Habit {
  private lastLook = 0;
  /** When this process first saw a place or a message: their own times are on the server's clock. */
  private readonly firstSeen = new Map<string, number>();

  constructor(private readonly at: Circumstances) {}

  async follow(): Promise<void> {
    if (Date.now() - this.lastLook < LOOK_EVERY_MS) return;
    this.lastLook = Date.now();
    for (const place of await this.places()) {
      const isShared = place.memberIds.some(isDemo) && !place.memberIds.every(isDemo);
      if (isShared) await this.talkIn(place);
    }
  }

  private async places(): Promise<Place[]> {
    const { pods, sessions, messages, chat } = this.at.records;
    const active = await pods.where('status', '==', 'active').get();
    const open = await sessions.where('state', 'in', ['lobby', 'live', 'wrap']).get();
    return [
      ...active.docs.map((found) => {
        const { id, memberIds } = found.data();
        return { scope: 'pod', id, memberIds, messages: messages(id), hellos: HELLOS } as const;
      }),
      ...open.docs.map((found) => {
        const { id, joinedIds } = found.data();
        return { scope: 'session', id, memberIds: joinedIds, messages: chat(id), hellos: SESSION_HELLOS } as const;
      }),
    ];
  }

  private async talkIn(place: Place): Promise<void> {
    const newest = (await place.messages.orderBy('sentAt', 'desc').limit(20).get()).docs.map((found) => found.data());
    const demoPeople = place.memberIds.filter(isDemo);
    for (const memberId of demoPeople) {
      const hasSpoken = newest.some(({ authorId }) => authorId === memberId);
      const span = HELLO_AFTER_MS.most - HELLO_AFTER_MS.least;
      const wait = HELLO_AFTER_MS.least + span * chance(this.at.seed, 'hello', place.id, memberId);
      if (newest.length >= 20 || hasSpoken || this.sinceSeen(place.id) < wait) continue;
      await this.say(place, memberId, `hello-${memberId}`, pick(place.hellos, this.at.seed, place.id, memberId));
    }
    const last = newest[0];
    if (!last || isDemo(last.authorId) || this.sinceSeen(last.id) < REPLY_AFTER_MS) return;
    const [first, ...others] = demoPeople;
    if (!first) return;
    const speaker = pick([first, ...others], this.at.seed, last.id);
    await this.say(place, speaker, `reply-${last.id}`, pick(REPLIES, this.at.seed, 'words', last.id));
  }

  private sinceSeen(id: string): number {
    const seen = this.firstSeen.get(id) ?? Date.now();
    this.firstSeen.set(id, seen);
    return Date.now() - seen;
  }

  private async say({ scope, id }: Place, memberId: string, clientMutationId: string, text: string): Promise<void> {
    const said = { scope, id, clientMutationId, text, isMeant: false };
    await attempt('write to the chat', () => this.at.accounts.call(memberId, 'sendMessage', said));
  }
}
