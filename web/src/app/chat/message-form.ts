import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { LIMITS } from '@podmates/domain';
import { Drafts } from '../drafts/drafts';
import { ChatOutbox } from './chat-outbox';
import { type Place } from './unsent-message';

/** From here on the counter is worth a look. */
const COUNTED_FROM = LIMITS.messageText - 200;
const isText = (value: unknown): value is string => typeof value === 'string';

/** The box to write in. What is typed is kept until it is sent. */
@Component({
  selector: 'app-message-form',
  templateUrl: './message-form.html',
  styleUrl: './message-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MessageForm {
  private readonly drafts = inject(Drafts);
  private readonly outbox = inject(ChatOutbox);
  readonly place = input.required<Place>();
  readonly label = input.required<string>();

  private readonly draft = computed(() => {
    const { scope, id } = this.place();
    return this.drafts.draft(`${scope}.${id}.message`, isText);
  });
  protected readonly text = linkedSignal(() => this.draft().read() ?? '');
  protected readonly trouble = signal('');
  protected readonly showsHelp = computed(() => this.outbox.helpIn() === this.place().id);
  protected readonly counterId = computed(() => `counter-${this.place().scope}`);

  protected readonly left = computed(() => LIMITS.messageText - this.text().trim().length);
  protected readonly counter = computed(() => {
    if (this.left() < 0) return `${-this.left()} characters too many`;
    return LIMITS.messageText - this.left() >= COUNTED_FROM ? `${this.left()} characters left` : '';
  });

  /** Words that were taken back come before whatever was written since. */
  giveBack(text: string): void {
    this.keep([text, this.text()].filter((part) => part !== '').join('\n'));
  }

  protected write(event: Event): void {
    this.keep((event.target as HTMLTextAreaElement).value);
  }

  protected press(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.send(event);
  }

  protected closeHelp(): void {
    this.outbox.helpIn.set(null);
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
    this.outbox.say(this.place(), text);
  }

  private keep(text: string): void {
    this.text.set(text);
    this.trouble.set('');
    if (text === '') this.draft().clear();
    else this.draft().write(text);
  }
}
