import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { type CallableInput, type CallableName, type ReviewAnswer } from '@podmates/domain';
import { Me } from '../accounts/me';
import { Callables, CallRefused, PeerData } from '../firebase';
import { ProofView } from '../proofs/proof-view';
import { sayMoment } from '../schedule/say-time';
import { Reading } from '../today/reading';
import { BusyButton, Empty, Notices, PageHeader, Retry } from '../ui';
import { CAUSE_WORDS, QUESTION_WORDS, REASON_WORDS } from './look-words';

const SAID_WORDS = { done: 'They say: done.', partly: 'They say: a part of it.', rest: 'They say: a rest.' } as const;

/** `/reviews`: proofs of other pods that wait for this member's eyes, and whether they wish to be asked. */
@Component({
  selector: 'app-reviews-page',
  imports: [BusyButton, Empty, PageHeader, ProofView, Reading, Retry],
  templateUrl: './reviews-page.html',
  styleUrl: './reviews-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReviewsPage {
  private readonly callables = inject(Callables);
  private readonly data = inject(PeerData);
  private readonly me = inject(Me);
  private readonly notices = inject(Notices);

  protected readonly reviews = rxResource({
    params: () => this.me.id(),
    stream: ({ params: id }) => this.data.reviews(id),
  });
  protected readonly reviewer = rxResource({
    params: () => this.me.id(),
    stream: ({ params: id }) => this.data.reviewer(id),
  });
  protected readonly isBroken = computed(() => !!this.reviews.error() || !!this.reviewer.error());
  protected readonly isKnown = computed(() => this.reviews.hasValue() && this.reviewer.hasValue());
  protected readonly isWilling = computed(() =>
    this.reviewer.hasValue() ? (this.reviewer.value()?.isWilling ?? false) : false,
  );
  protected readonly waiting = computed(() =>
    (this.reviews.hasValue() ? this.reviews.value() : []).map((review) => ({
      ...review,
      question: QUESTION_WORDS[review.track],
      said: SAID_WORDS[review.status],
      why: CAUSE_WORDS[review.cause],
      wonders: review.reasons.map((reason) => REASON_WORDS[reason]),
      ends: sayMoment(review.until, this.me.profile()?.timeZone ?? 'UTC'),
    })),
  );
  /** What an answer is awaited for: a review's id, or `wish`. */
  protected readonly busyWith = signal<string | null>(null);
  protected readonly refusal = signal('');

  protected async answer(reviewId: string, answer: ReviewAnswer): Promise<void> {
    if (await this.ask(reviewId, 'answerReview', { reviewId, answer }))
      this.notices.say(answer === 'pass' ? 'It goes to somebody else.' : 'Thank you. Your answer is in.');
  }

  protected async turn(): Promise<void> {
    const isWilling = !this.isWilling();
    if (await this.ask('wish', 'setReviewing', { isWilling }))
      this.notices.say(isWilling ? 'You may be asked from now on.' : 'You are not asked any more.');
  }

  protected reload(): void {
    this.reviews.reload();
    this.reviewer.reload();
  }

  private async ask<N extends CallableName>(what: string, name: N, input: CallableInput<N>): Promise<boolean> {
    if (this.busyWith() !== null) return false;
    this.busyWith.set(what);
    this.refusal.set('');
    try {
      await this.callables.call(name, input);
      return true;
    } catch (error) {
      if (!(error instanceof CallRefused)) throw error;
      this.refusal.set(error.message);
      return false;
    } finally {
      this.busyWith.set(null);
    }
  }
}
