import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Clock } from '../time/clock';
import { describeGap } from '../time/describe-gap';

/** "in 2 h 5 min", by the server's time. */
@Component({
  selector: 'app-countdown',
  template: '<time [attr.datetime]="until().toISOString()">{{ words() }}</time>',
  styles: `
    time {
      font-variant-numeric: tabular-nums;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Countdown {
  private readonly clock = inject(Clock);
  readonly until = input.required<Date>();
  protected readonly words = computed(() => describeGap(this.clock.now(), this.until()));
}
