import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { Drafts } from '../drafts/drafts';
import { Callables, CallRefused, Identity } from '../firebase';
import { areUnsent, type MessageFate, type Place, type UnsentMessage } from './unsent-message';

const AGAIN_AFTER_MS = 5_000;
/** No answer, signed out, or a lot at once: the message waits. Everything else is the server's decision. */
const WAITS_ON: readonly string[] = ['unavailable', 'unauthenticated', 'resource-exhausted'];
const DROPPED = 'A moderator read this, and it was not passed on.';

/** Messages on their way: kept in this browser first, then sent one after the other, each with its fate. */
@Injectable({ providedIn: 'root' })
export class ChatOutbox {
  private readonly callables = inject(Callables);
  private readonly identity = inject(Identity);
  private readonly kept = inject(Drafts).draft('chat.outbox', areUnsent);

  private readonly all = signal<readonly UnsentMessage[]>([]);
  private isSending = false;
  /** Where the author's own words spoke of self-harm, until they close what is shown. */
  readonly helpIn = signal<string | null>(null);
  /** Why nothing goes out for the moment; empty when all is well, or there is no network. */
  readonly pause = signal('');

  private readonly waiting = computed(() =>
    this.all().filter(({ fate, memberId }) => fate.kind === 'waiting' && memberId === this.identity.memberId()),
  );

  constructor() {
    effect(() => {
      if (this.identity.memberId()) untracked(() => this.load());
    });
    effect((onCleanup) => {
      if (this.waiting().length === 0) return;
      const again = setInterval(() => void this.sendWaiting(), AGAIN_AFTER_MS);
      onCleanup(() => clearInterval(again));
    });
    addEventListener('online', () => void this.sendWaiting()); // lives as long as the app
  }

  /** The member's own, in the order in which they were said. */
  readonly unsentIn = ({ scope, id }: Place): readonly UnsentMessage[] =>
    this.all().filter((one) => one.scope === scope && one.id === id && one.memberId === this.identity.memberId());

  /** Kept in this browser when it returns; sending goes on by itself. */
  say(place: Place, text: string): void {
    const memberId = this.identity.memberId();
    if (!memberId) return;
    const clientMutationId = crypto.randomUUID();
    this.put({ ...place, clientMutationId, memberId, text, isMeant: false, fate: { kind: 'waiting' } });
    void this.sendWaiting();
  }

  /** The author was asked, and means it. */
  sendAnyway(message: UnsentMessage): void {
    this.put({ ...message, isMeant: true, fate: { kind: 'waiting' } });
    void this.sendWaiting();
  }

  /** The words are the author's to do with as they like; the caller has them. */
  takeBack({ clientMutationId }: UnsentMessage): void {
    this.change((all) => all.filter((other) => other.clientMutationId !== clientMutationId));
  }

  /** These are in the chat for everybody to read, so there is no need to keep them here. */
  areSaid(messageIds: ReadonlySet<string>): void {
    const isSaid = ({ fate }: UnsentMessage): boolean => 'messageId' in fate && messageIds.has(fate.messageId);
    if (untracked(this.all).some(isSaid)) this.change((all) => all.filter((one) => !isSaid(one)));
  }

  async sendWaiting(): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    try {
      for (let next = this.waiting()[0]; next; next = this.waiting()[0]) {
        const fate = await this.fateOf(next);
        if (!fate) return;
        this.put({ ...next, fate });
      }
    } finally {
      this.isSending = false;
    }
  }

  /** Null when it has to wait. */
  private async fateOf(message: UnsentMessage): Promise<MessageFate | null> {
    const { scope, id, clientMutationId, text, isMeant } = message;
    try {
      const answer = await this.callables.call('sendMessage', { scope, id, clientMutationId, text, isMeant });
      this.pause.set('');
      if (answer.showsHelp) this.helpIn.set(id);
      if (answer.state === 'asks') return { kind: 'asks' };
      if (answer.state === 'dropped') return { kind: 'refused', why: DROPPED };
      return { kind: answer.state, messageId: answer.messageId };
    } catch (problem) {
      if (!(problem instanceof CallRefused)) throw problem;
      if (!WAITS_ON.includes(problem.code)) return { kind: 'refused', why: problem.message };
      this.pause.set(problem.code === 'resource-exhausted' ? problem.message : '');
      return null;
    }
  }

  /** What was held when the page was closed is asked about once more; what was sent is in the chat. */
  private load(): void {
    this.change((all) =>
      all
        .filter(({ fate }) => fate.kind !== 'sent')
        .map((one) => (one.fate.kind === 'held' ? { ...one, fate: { kind: 'waiting' } } : one)),
    );
    void this.sendWaiting();
  }

  private put(message: UnsentMessage): void {
    const isIt = (other: UnsentMessage): boolean => other.clientMutationId === message.clientMutationId;
    this.change((all) => (all.some(isIt) ? all.map((other) => (isIt(other) ? message : other)) : [...all, message]));
  }

  /** On what the browser has, as another tab may have kept a message meanwhile. */
  private change(next: (all: readonly UnsentMessage[]) => readonly UnsentMessage[]): void {
    const all = next(this.kept.read() ?? []);
    this.all.set(all);
    if (all.length === 0) this.kept.clear();
    else this.kept.write([...all]);
  }
}
