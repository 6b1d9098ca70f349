import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { meetingShifts } from '@podmates/domain/pods';
import { Me } from '../accounts/me';
import { PodData } from '../firebase';
import { Clock } from '../time/clock';
import { minuteOf } from './minute';
import { sayDay } from './say-time';

/**
 * Says two weeks ahead that the weekly meeting will be at another time on the reader's clock. Shows nothing while
 * the pod is not known or cannot be read: the page around it says so where it matters.
 */
@Component({
  selector: 'app-meeting-shifts',
  template: `
    @for (shift of shifts(); track shift.at) {
      <div class="strip">
        <p class="numbers">
          From {{ shift.day }} your pod meets at {{ shift.to }} your time instead of {{ shift.from }}: clocks do not
          change on the same day everywhere.
        </p>
        @if (canPropose()) {
          <button
            type="button"
            class="button quiet"
            [attr.aria-label]="'Propose a swap for ' + shift.day"
            (click)="swapAsked.emit(shift.meeting)"
          >
            Propose a swap
          </button>
        }
      </div>
    }
  `,
  styles: `
    .strip {
      margin-bottom: var(--space-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MeetingShifts {
  /** Whether another time can be proposed here for the meeting that moves. */
  readonly canPropose = input(false);
  readonly swapAsked = output<{ startsAt: Date; minutes: number }>();
  private readonly pods = inject(PodData);
  private readonly me = inject(Me);
  private readonly now = minuteOf(inject(Clock));

  private readonly pod = rxResource({
    params: () => this.me.podId(),
    stream: ({ params: id }) => this.pods.pod(id),
  });
  protected readonly shifts = computed(() => {
    const pod = this.pod.hasValue() ? this.pod.value() : null;
    const zone = this.me.profile()?.timeZone;
    if (!pod || !zone || pod.status === 'ended') return [];
    return meetingShifts(pod, zone, this.now()).map(({ at, from, to }) => ({
      at: at.getTime(),
      meeting: { startsAt: at, minutes: pod.meeting.minutes },
      day: sayDay(at, zone),
      from,
      to,
    }));
  });
}
