import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { BusyButton } from './busy-button';

let asked = 0;

/**
 * An act that cannot be taken back lightly: says once what it does before it is done. What it does goes inside; another
 * act to choose from, marked `alternative`, stands before the plain one.
 */
@Component({
  selector: 'app-ask-first',
  imports: [BusyButton],
  template: `
    @if (isAsking()) {
      <section class="stack asking" [attr.aria-labelledby]="id">
        <h3 #next [id]="id" tabindex="-1" dir="auto">{{ question() }}</h3>
        <div class="small"><ng-content /></div>
        <div class="row tight">
          <ng-content select="[alternative]" />
          <app-busy-button kind="quiet" [isBusy]="isBusy()" (pressed)="confirmed.emit()">{{ act() }}</app-busy-button>
          <button type="button" class="text-button" (click)="isAsking.set(false)">{{ stay() }}</button>
        </div>
      </section>
    } @else {
      <button #next type="button" class="text-button at-edge" (click)="isAsking.set(true)">{{ opens() }}</button>
    }
  `,
  styles: `
    .at-edge {
      margin-left: calc(-1 * var(--space-1));
    }
    .asking {
      gap: var(--space-1);
      padding: var(--space-2);
      border: 1px solid var(--line-strong);
      border-radius: var(--radius-m);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AskFirst {
  /** The button that asks. */
  readonly opens = input.required<string>();
  readonly question = input.required<string>();
  /** The button that does it. */
  readonly act = input.required<string>();
  readonly stay = input('Keep it');
  readonly isBusy = input(false);
  readonly confirmed = output<void>();

  protected readonly id = `asked-first-${(asked += 1)}`;
  protected readonly isAsking = signal(false);
  /** Where a keyboard or a screen reader goes on when the other part is gone. */
  private readonly next = viewChild<ElementRef<HTMLElement>>('next');

  constructor() {
    let wasAsking = false;
    afterRenderEffect(() => {
      const next = this.next()?.nativeElement;
      if (this.isAsking() !== wasAsking) next?.focus();
      wasAsking = this.isAsking();
    });
  }
}
