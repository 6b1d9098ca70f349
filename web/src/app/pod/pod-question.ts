import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output } from '@angular/core';
import { type DecisionOption, type PodDecision, type TimeZone } from '@podmates/domain';
import { sayMoment } from '../schedule/say-time';
import { BusyButton, Countdown } from '../ui';
import { questionWords } from './question-words';

/** A question to the reader: what it is about, the answers, until when, and what holds without one. */
@Component({
  selector: 'app-pod-question',
  imports: [BusyButton, Countdown],
  templateUrl: './pod-question.html',
  styleUrl: './pod-question.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PodQuestion {
  readonly question = input.required<PodDecision>();
  readonly memberId = input.required<string>();
  /** The reader's own; the end is shown in it. */
  readonly zone = input.required<TimeZone>();
  readonly isBusy = input(false);
  readonly answered = output<DecisionOption>();

  protected readonly words = computed(() => questionWords(this.question()));
  protected readonly given = computed(() => this.question().answers[this.memberId()]);
  protected readonly chosen = linkedSignal(() => this.given());
  protected readonly headingId = computed(() => `question-${this.question().id}`);
  protected readonly until = computed(() => sayMoment(this.question().expiresAt, this.zone()));
  /** Of a question to several: who has answered, without saying what. */
  protected readonly standing = computed(() => {
    const { askedIds, answers } = this.question();
    return askedIds.length > 1 ? `${Object.keys(answers).length} of ${askedIds.length} have answered.` : '';
  });

  protected submit(event: Event): void {
    event.preventDefault();
    const option = this.chosen();
    if (option && option !== this.given() && !this.isBusy()) this.answered.emit(option);
  }
}
