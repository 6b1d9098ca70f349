import { ChangeDetectionStrategy, Component, computed, effect, inject, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { isChatOpen } from '@podmates/domain/safety';
import { ChatOutbox } from '../../chat/chat-outbox';
import { MessageForm } from '../../chat/message-form';
import { MessageLog } from '../../chat/message-log';
import { type Place } from '../../chat/unsent-message';
import { Drafts } from '../../drafts/drafts';
import { SessionData } from '../../firebase';
import { Retry } from '../../ui';
import { Room } from '../room';

const isTime = (value: unknown): value is number => typeof value === 'number';

/**
 * The chat of the session, from the lobby to the wrap-up: a bar at the foot of the room that opens. It stays the same
 * one through all stages, so nobody loses the focus or a half-written line when the session moves on.
 */
@Component({
  selector: 'app-session-chat',
  templateUrl: './session-chat.html',
  styleUrl: './session-chat.css',
  imports: [MessageForm, MessageLog, Retry],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SessionChat {
  private readonly data = inject(SessionData);
  private readonly drafts = inject(Drafts);
  private readonly outbox = inject(ChatOutbox);
  private readonly room = inject(Room);

  /** In the room alone: whoever has not joined costs no listener. */
  private readonly placeId = computed(() => {
    const session = this.room.current();
    return session && this.room.hasJoined() && isChatOpen(session.state) ? session.id : undefined;
  });
  protected readonly place = computed((): Place | null => {
    const id = this.placeId();
    return id ? { scope: 'session', id } : null;
  });
  protected readonly names = computed(() => this.room.current()?.names ?? {});
  protected readonly messages = rxResource({
    params: () => {
      const id = this.placeId();
      return id ? { id, memberId: this.room.selfId() } : undefined;
    },
    stream: ({ params }) => this.data.chat(params.id, params.memberId),
  });
  protected readonly isOpen = signal(false);

  private readonly seen = computed(() => this.drafts.draft(`session.${this.placeId()}.chat-seen`, isTime));
  private readonly seenUntil = signal(0);
  private readonly others = computed(() => {
    const all = this.messages.hasValue() ? this.messages.value() : [];
    return all.filter(({ authorId }) => authorId !== this.room.selfId());
  });
  private readonly unread = computed(() =>
    this.isOpen() ? [] : this.others().filter(({ sentAt }) => sentAt.getTime() > this.seenUntil()),
  );
  protected readonly unreadCount = computed(() => this.unread().length);
  /** Said to screen readers while the chat is closed; the open one says each line itself. */
  protected readonly news = computed(() => {
    const last = this.unread().at(-1);
    return last ? `${this.room.nameOf(last.authorId)} wrote in the chat. ${this.unreadCount()} unread.` : '';
  });
  /** Own words that wait for an answer of the author, who may have closed the chat. */
  protected readonly waitsForMe = computed(() => {
    const place = this.place();
    return place !== null && this.outbox.unsentIn(place).some(({ fate }) => fate.kind === 'asks');
  });

  constructor() {
    effect(() => this.seenUntil.set(this.seen().read() ?? 0));
    effect(() => {
      const newest = this.others().at(-1)?.sentAt.getTime() ?? 0;
      if (!this.isOpen() || newest <= this.seenUntil()) return;
      this.seenUntil.set(newest);
      this.seen().write(newest);
    });
  }

  protected toggle(): void {
    this.isOpen.update((isOpen) => !isOpen);
  }
}
