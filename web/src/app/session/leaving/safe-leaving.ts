import { computed, inject, Injectable, signal } from '@angular/core';
import { type Session } from '@podmates/domain';
import { Drafts } from '../../drafts/drafts';
import { Callables, CallRefused, Identity } from '../../firebase';

/** One tap on "Leave safely", kept on the device until the server has it, and shown in the place of the room. */
export interface Leaving {
  readonly memberId: string;
  readonly sessionId: string;
  readonly commandId: string;
  readonly leftAt: string;
  readonly others: readonly { readonly id: string; readonly name: string }[];
  /** Whom it was about; null while the member has not said. */
  readonly named: readonly string[] | null;
  readonly state: 'waiting' | 'sent' | 'refused';
}

const MOST_KEPT = 20;
const RETRY_MS = [1_000, 4_000, 15_000, 60_000];
const isLeavings = (value: unknown): value is Leaving[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null && 'commandId' in one);

/** Sends what members said by leaving safely, however often it takes; the server does each once. */
@Injectable({ providedIn: 'root' })
export class SafeLeaving {
  private readonly callables = inject(Callables);
  private readonly identity = inject(Identity);
  private readonly kept = inject(Drafts).draft('left-safely', isLeavings);
  private readonly all = signal<readonly Leaving[]>(this.kept.read() ?? []);
  private isSending = false;
  private missed = 0;

  private readonly mine = computed(() => this.all().filter(({ memberId }) => memberId === this.identity.memberId()));

  constructor() {
    addEventListener('online', () => void this.send());
    void this.send();
  }

  /** The member's leaving of a session; null while they are in it. */
  readonly from = (sessionId: string): Leaving | null =>
    this.mine().find((leaving) => leaving.sessionId === sessionId) ?? null;

  /** With one other in the session it is about them; with several the member may say it afterwards. */
  leave(session: Pick<Session, 'id' | 'memberIds' | 'names'>, memberId: string): void {
    const others = session.memberIds
      .filter((id) => id !== memberId)
      .map((id) => ({ id, name: session.names[id] ?? 'A podmate' }));
    const leaving: Leaving = {
      memberId,
      sessionId: session.id,
      commandId: crypto.randomUUID(),
      leftAt: new Date().toISOString(),
      others,
      named: others.length > 1 ? null : others.map(({ id }) => id),
      state: 'waiting',
    };
    this.keep([...this.all().filter((one) => one.sessionId !== session.id), leaving].slice(-MOST_KEPT));
    void this.send();
  }

  name(sessionId: string, named: readonly string[]): void {
    const leaving = this.from(sessionId);
    if (leaving) this.change(leaving, { named, state: named.length > 0 ? 'waiting' : leaving.state });
    void this.send();
  }

  private async send(): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    try {
      for (let next = this.waiting(); next; next = this.waiting()) if (!(await this.sendOne(next))) break;
    } finally {
      this.isSending = false;
    }
  }

  private readonly waiting = (): Leaving | undefined => this.mine().find(({ state }) => state === 'waiting');

  private async sendOne(leaving: Leaving): Promise<boolean> {
    const { sessionId, commandId, leftAt, named } = leaving;
    try {
      await this.callables.call('leaveSafely', { sessionId, commandId, leftAt, memberIds: [...(named ?? [])] });
    } catch (problem) {
      if (problem instanceof CallRefused && FINAL.has(problem.code)) return this.settle(leaving, 'refused');
      setTimeout(() => void this.send(), RETRY_MS[Math.min(this.missed, RETRY_MS.length - 1)]);
      this.missed += 1;
      return false;
    }
    this.missed = 0;
    return this.settle(leaving, 'sent');
  }

  /** Somebody may have been named while it was on its way; then it goes once more. */
  private settle(sent: Leaving, state: Leaving['state']): true {
    const now = this.all().find(({ commandId }) => commandId === sent.commandId);
    if (now && now.named?.join() === sent.named?.join()) this.change(now, { state });
    return true;
  }

  private change(leaving: Leaving, fields: Partial<Leaving>): void {
    this.keep(this.all().map((one) => (one.commandId === leaving.commandId ? { ...one, ...fields } : one)));
  }

  private keep(all: readonly Leaving[]): void {
    this.all.set(all);
    this.kept.write([...all]);
  }
}

/** Sending the same again would be answered the same. */
const FINAL: ReadonlySet<string> = new Set(['invalid-argument', 'not-found', 'permission-denied']);
