import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { type PodMessage } from '@podmates/domain';
import { Me } from '../accounts/me';
import { Connection } from '../shell/connection';
import { sayDay, sayTime } from '../schedule/say-time';
import { Avatar } from '../ui';
import { ChatOutbox } from './chat-outbox';
import { type Place, type UnsentMessage } from './unsent-message';

/** What was said, the newest last, and below it what is still on its way. Nothing in a text is ever markup. */
@Component({
  selector: 'app-message-log',
  imports: [Avatar],
  templateUrl: './message-log.html',
  styleUrl: './message-log.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MessageLog {
  private readonly me = inject(Me);
  private readonly outbox = inject(ChatOutbox);
  private readonly connection = inject(Connection);
  readonly place = input.required<Place>();
  readonly messages = input.required<readonly PodMessage[]>();
  /** By member id; somebody who left has none. */
  readonly names = input.required<Readonly<Record<string, string>>>();
  readonly labelledBy = input.required<string>();
  readonly whenEmpty = input.required<string>();
  /** The author takes a message back; its words are theirs to change. */
  readonly takenBack = output<string>();

  protected readonly entries = computed(() => {
    const zone = this.me.profile()?.timeZone ?? 'UTC';
    let lastDay = '';
    return this.messages().map((message) => {
      const day = sayDay(message.sentAt, zone);
      const newDay = day === lastDay ? '' : day;
      lastDay = day;
      return {
        id: message.id,
        text: message.text,
        name: this.names()[message.authorId] ?? 'Former podmate',
        time: sayTime(message.sentAt, zone),
        isMine: message.authorId === this.me.id(),
        newDay,
      };
    });
  });
  private readonly saidIds = computed(() => new Set(this.messages().map(({ id }) => id)));
  protected readonly unsent = computed(() =>
    this.outbox
      .unsentIn(this.place())
      .filter(({ fate }) => !('messageId' in fate && this.saidIds().has(fate.messageId)))
      .map((message) => ({ message, kind: message.fate.kind, state: this.stateOf(message) })),
  );

  private readonly log = viewChild.required<ElementRef<HTMLElement>>('log');

  constructor() {
    effect(() => this.outbox.areSaid(this.saidIds()));
    // The newest message is what a chat is opened for; who has scrolled up to read is left there.
    let seen = 0;
    afterRenderEffect(() => {
      const count = this.entries().length + this.unsent().length;
      const log = this.log().nativeElement;
      if (count === seen) return;
      const isNear = log.scrollHeight - log.scrollTop - log.clientHeight < log.clientHeight;
      if (seen === 0 || isNear || this.unsent().length > 0) log.scrollTop = log.scrollHeight;
      seen = count;
    });
  }

  protected sendAnyway(message: UnsentMessage): void {
    this.outbox.sendAnyway(message);
  }

  protected takeBack(message: UnsentMessage): void {
    this.outbox.takeBack(message);
    this.takenBack.emit(message.text);
  }

  private stateOf({ fate }: UnsentMessage): string {
    switch (fate.kind) {
      case 'waiting':
        if (!this.connection.isOnline()) return 'Waiting. You are offline; it goes out when you are back.';
        return this.outbox.pause() || 'Sending';
      case 'asks':
        return 'This may hurt. Send anyway?';
      case 'held':
        return 'This waits until a moderator has looked at it. Nobody else sees it until then.';
      case 'refused':
        return fate.why;
      case 'sent':
        return 'Sent';
    }
  }
}
