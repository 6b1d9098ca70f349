import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { Me } from '../accounts/me';
import { BusyButton } from '../ui';
import { PodActs } from './pod-acts';

/** The way out of the pod: asks once, and says what stays. */
@Component({
  selector: 'app-leave-pod',
  imports: [BusyButton],
  template: `
    @if (isAsking()) {
      <section class="stack" aria-labelledby="leaving">
        <h3 #next id="leaving" tabindex="-1" dir="auto">Leave {{ podName() }}?</h3>
        <p class="small soft">
          Your streak, your slots and what you wrote stay. The others see that you moved on, and no reason. You are not
          put together with them for 30 days, unless you both would like it.
        </p>
        <div class="row">
          @if (me.sprintId()) {
            <app-busy-button kind="quiet" [isBusy]="acts.busyWith() === 'leave'" (pressed)="acts.leave(podId(), true)"
              >Leave and find another pod</app-busy-button
            >
          }
          <app-busy-button kind="quiet" [isBusy]="acts.busyWith() === 'leave'" (pressed)="acts.leave(podId(), false)"
            >Leave</app-busy-button
          >
          <button type="button" class="text-button" (click)="isAsking.set(false)">Stay</button>
        </div>
      </section>
    } @else {
      <button #next type="button" class="text-button at-edge" (click)="isAsking.set(true)">Leave the pod</button>
    }
  `,
  styles: `
    .at-edge {
      margin-left: calc(-1 * var(--space-1));
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LeavePod {
  protected readonly acts = inject(PodActs);
  /** Without a sprint there is no plan to find another pod by. */
  protected readonly me = inject(Me);
  readonly podId = input.required<string>();
  readonly podName = input.required<string>();
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
