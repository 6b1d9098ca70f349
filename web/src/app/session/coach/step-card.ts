import {
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  model,
  signal,
  viewChild,
} from '@angular/core';
import { type CoachAction, LIMITS } from '@podmates/domain';
import { BusyButton } from '../../ui';
import { CitedLine } from './cited-line';
import { ProofList } from './proof-list';
import { SessionCoach } from './session-coach';

const TAGS = {
  draft: { name: 'Draft', tone: 'wait' },
  suggested: { name: 'Suggestion', tone: 'cold' },
  accepted: { name: 'Yours', tone: 'good' },
  dismissed: { name: 'Laid aside', tone: '' },
  done: { name: 'Done', tone: 'good' },
} as const;

/** One of the member's own next steps: theirs only once they take it on, in its words or in others. */
@Component({
  selector: 'app-step-card',
  templateUrl: './step-card.html',
  styleUrl: './step-card.css',
  imports: [BusyButton, CitedLine, ProofList],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StepCard {
  protected readonly coach = inject(SessionCoach);
  private readonly field = viewChild<ElementRef<HTMLTextAreaElement>>('field');
  readonly action = input.required<CoachAction>();
  /** False for one of an earlier session, whose notes are not on this page. */
  readonly isFromHere = input(true);

  protected readonly limit = LIMITS.agendaTitle;
  protected readonly tag = computed(() => TAGS[this.action().status]);
  protected readonly isOpen = computed(() => ['draft', 'suggested'].includes(this.action().status));
  protected readonly isTakenOn = computed(() => ['accepted', 'done'].includes(this.action().status));
  protected readonly noteIds = computed(() => (this.isFromHere() ? this.action().noteIds : []));
  protected readonly notes = computed(() => this.coach.cited(this.noteIds()));
  /** The words being typed; null while the step is only read. */
  readonly words = model<string | null>(null);
  protected readonly over = computed(() => Math.max(0, (this.words() ?? '').trim().length - LIMITS.agendaTitle));
  /** What was asked for last, so that its button shows that it is on its way. */
  protected readonly asked = signal<'accept' | 'dismiss' | 'done' | 'reopen' | null>(null);

  protected isBusy(answer: 'accept' | 'dismiss' | 'done' | 'reopen'): boolean {
    return this.asked() === answer && this.coach.isBusy(this.action().id);
  }

  protected async answer(answer: 'accept' | 'dismiss' | 'done' | 'reopen'): Promise<void> {
    const words = this.words()?.trim();
    if (this.over() > 0 || words === '') return;
    this.asked.set(answer);
    const isReworded = answer === 'accept' && words !== undefined && words !== this.action().text;
    if (await this.coach.answer(this.action(), answer, isReworded ? words : undefined)) this.words.set(null);
  }

  protected submit(event: Event): void {
    event.preventDefault();
    void this.answer('accept');
  }

  protected reword(): void {
    this.words.set(this.action().text);
    setTimeout(() => this.field()?.nativeElement.focus());
  }
}
