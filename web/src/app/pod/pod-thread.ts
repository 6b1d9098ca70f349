import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { LIMITS } from '@podmates/domain';
import { Me } from '../accounts/me';
import { Drafts } from '../drafts/drafts';
import { PodData } from '../firebase';
import { sayDay, sayTime } from '../schedule/say-time';
import { Connection } from '../shell/connection';
import { Avatar, Retry } from '../ui';
import { Reading } from '../today/reading';

/** From here on the counter is worth a look. */
const COUNTED_FROM = LIMITS.messageText - 200;
const isText = (value: unknown): value is string => typeof value === 'string';

/** The pod's thread and the box to write in. Texts are shown as they are; nothing in them is ever markup. */
@Component({
  selector: 'app-pod-thread',
  imports: [Avatar, Reading, Retry],
  templateUrl: './pod-thread.html',
  styleUrl: './pod-thread.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PodThread {
  private readonly pods = inject(PodData);
  private readonly me = inject(Me);
  private readonly drafts = inject(Drafts);
  private readonly connection = inject(Connection);
  readonly podId = input.required<string>();
  /** By member id; somebody who left has none. */
  readonly names = input.required<Readonly<Record<string, string>>>();

  private readonly draft = computed(() => this.drafts.draft(`pod.${this.podId()}`, isText));
  protected readonly text = linkedSignal(() => this.draft().read() ?? '');
  protected readonly trouble = signal('');

  protected readonly messages = rxResource({
    params: () => this.podId(),
    stream: ({ params: id }) => this.pods.messages(id),
  });
  protected readonly entries = computed(() => {
    const zone = this.me.profile()?.timeZone ?? 'UTC';
    let lastDay = '';
    return (this.messages.hasValue() ? this.messages.value() : []).map((message) => {
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

  protected readonly left = computed(() => LIMITS.messageText - this.text().trim().length);
  protected readonly counter = computed(() => {
    if (this.left() < 0) return `${-this.left()} characters too many`;
    return LIMITS.messageText - this.left() >= COUNTED_FROM ? `${this.left()} characters left` : '';
  });

  private readonly log = viewChild<ElementRef<HTMLElement>>('log');

  constructor() {
    // The newest message is what a thread is opened for; who has scrolled up to read is left there.
    let seen = 0;
    afterRenderEffect(() => {
      const count = this.entries().length;
      const log = this.log()?.nativeElement;
      if (!log || count === seen) return;
      const isNear = log.scrollHeight - log.scrollTop - log.clientHeight < log.clientHeight;
      if (seen === 0 || isNear || this.entries().at(-1)?.isMine) log.scrollTop = log.scrollHeight;
      seen = count;
    });
  }

  protected write(event: Event): void {
    this.keep((event.target as HTMLTextAreaElement).value);
  }

  protected press(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.send(event);
  }

  protected send(event: Event): void {
    event.preventDefault();
    const text = this.text().trim();
    if (this.left() < 0) {
      this.trouble.set('This is longer than one message can be. Split it in two and nothing is lost.');
      return;
    }
    if (text === '') return;
    this.keep('');
    this.trouble.set(
      this.connection.isOnline() ? '' : 'You are offline. Your message is kept and goes out when you are back.',
    );
    this.pods.send(this.podId(), text).then(
      () => this.trouble.set(''),
      () => this.takeBack(text),
    );
  }

  /** The server would not have it: the words go back into the box, before anything written since. */
  private takeBack(text: string): void {
    this.keep([text, this.text()].filter((part) => part !== '').join('\n'));
    this.trouble.set('Your message did not go out. It is back in the box; please try again.');
  }

  private keep(text: string): void {
    this.text.set(text);
    if (text === '') this.draft().clear();
    else this.draft().write(text);
  }
}
