import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { type CoachLine, LIMITS } from '@podmates/domain';
import { leadOf } from '@podmates/domain/coach';
import { BusyButton } from '../../ui';
import { Room } from '../room';
import { CitedLine } from './cited-line';
import { sayEditor } from './coach-words';
import { SessionCoach } from './session-coach';

/** A sentence of the summary with its notes; whose notes they are may word it otherwise, or take it out. */
@Component({
  selector: 'app-summary-line',
  templateUrl: './summary-line.html',
  styleUrl: './summary-line.css',
  imports: [BusyButton, CitedLine],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SummaryLine {
  private readonly room = inject(Room);
  protected readonly coach = inject(SessionCoach);
  readonly line = input.required<CoachLine>();
  /** Its place in the newest version, from 0. */
  readonly place = input.required<number>();

  protected readonly limit = LIMITS.coachText;
  protected readonly notes = computed(() => this.coach.cited(this.line().noteIds));
  protected readonly isOwn = computed(() => this.coach.isOwnLine(this.line()));
  protected readonly editor = computed(() => {
    const by = this.line().editedBy;
    return by ? sayEditor(this.room.nameOf(by)) : '';
  });
  protected readonly label = computed(() => `In your words, after “${leadOf(this.line()).trim() || '…'}”`);
  protected readonly act = computed(() => `line-${this.line().noteIds.join('-')}`);

  /** The words being typed; null while the sentence is only read. */
  protected readonly words = signal<string | null>(null);
  protected readonly isEmpty = computed(() => (this.words() ?? '').trim() === '');
  protected readonly over = computed(() => Math.max(0, (this.words() ?? '').trim().length - LIMITS.coachText));
  /** The version that the member has before their eyes while they type. */
  private seen = 0;

  private readonly field = viewChild<ElementRef<HTMLElement>>('field');
  private readonly change = viewChild<ElementRef<HTMLElement>>('change');

  constructor() {
    let wasOpen = false;
    afterRenderEffect(() => {
      const isOpen = this.words() !== null;
      if (isOpen !== wasOpen) (isOpen ? this.field() : this.change())?.nativeElement.focus();
      wasOpen = isOpen;
    });
  }

  protected begin(): void {
    this.seen = this.newest();
    this.words.set(this.line().text.slice(leadOf(this.line()).length));
  }

  protected stop(): void {
    this.words.set(null);
  }

  protected save(event: Event): void {
    event.preventDefault();
    if (!this.isEmpty() && this.over() === 0) void this.send((this.words() ?? '').trim());
  }

  protected async send(text: string | null): Promise<void> {
    if (await this.coach.reword(this.act(), this.seen, this.place(), text)) return this.stop();
    // Refused over a newer version, which is on the page by now: the same words may be meant for it, too.
    this.seen = this.newest();
  }

  private readonly newest = (): number => this.coach.doc()?.version ?? 0;
}
