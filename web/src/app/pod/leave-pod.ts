import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { Me } from '../accounts/me';
import { AskFirst, BusyButton } from '../ui';
import { PodActs } from './pod-acts';

/** The way out of the pod: asks once, and says what stays. */
@Component({
  selector: 'app-leave-pod',
  imports: [AskFirst, BusyButton],
  template: `
    <app-ask-first
      opens="Leave the pod"
      [question]="'Leave ' + podName() + '?'"
      act="Leave"
      stay="Stay"
      [isBusy]="acts.busyWith() === 'leave'"
      (confirmed)="acts.leave(podId(), false)"
    >
      Your streak, your slots and what you wrote stay. The others see that you moved on, and no reason. You are not put
      together with them for 30 days, unless you both would like it.
      @if (me.sprintId()) {
        <app-busy-button
          alternative
          kind="quiet"
          [isBusy]="acts.busyWith() === 'leave'"
          (pressed)="acts.leave(podId(), true)"
          >Leave and find another pod</app-busy-button
        >
      }
    </app-ask-first>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LeavePod {
  protected readonly acts = inject(PodActs);
  /** Without a sprint there is no plan to find another pod by. */
  protected readonly me = inject(Me);
  readonly podId = input.required<string>();
  readonly podName = input.required<string>();
}
