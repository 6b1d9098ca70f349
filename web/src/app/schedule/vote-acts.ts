import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';

/** What the reader has said to a time so far. */
export interface OwnVote {
  /** It is their own proposal. */
  readonly isOwn: boolean;
  readonly hasAgreed: boolean;
  readonly hasDeclined: boolean;
}

/** The answers to a proposed time that are still open to the reader. `about` tells a screen reader which time is meant. */
@Component({
  selector: 'app-vote-acts',
  template: `
    @if (!vote().hasAgreed) {
      <button
        type="button"
        class="button"
        [attr.aria-label]="'Agree to ' + about()"
        [attr.aria-busy]="isBusy() || null"
        (click)="agreed.emit()"
      >
        Agree
      </button>
    }
    @if (vote().isOwn) {
      <button
        type="button"
        class="button quiet"
        [attr.aria-label]="'Take back ' + takenBack()"
        (click)="withdrawn.emit()"
      >
        Take back
      </button>
    } @else if (!vote().hasDeclined) {
      <button type="button" class="button quiet" [attr.aria-label]="declineLabel()" (click)="declined.emit()">
        {{ declineWord() }}
      </button>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-1);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VoteActs {
  readonly vote = input.required<OwnVote>();
  readonly about = input.required<string>();
  /** What the proposer would take back, in words. */
  readonly takenBack = input.required<string>();
  readonly declineWord = input('Decline');
  readonly declineLabel = input.required<string>();
  readonly isBusy = input(false);
  readonly agreed = output<void>();
  readonly declined = output<void>();
  readonly withdrawn = output<void>();
}
