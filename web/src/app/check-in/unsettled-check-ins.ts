import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Me } from '../accounts/me';
import { sayLocalDay } from '../schedule/say-time';
import { CheckInFate } from './check-in-fate';
import { CheckInOutbox } from './check-in-outbox';
import { isDelivered } from './outbox-entry';

/** Check-ins of this device that the server does not have yet or did not take, whatever page they were made on. */
@Component({
  selector: 'app-unsettled-check-ins',
  template: `
    @for (entry of unsettled(); track entry.clientMutationId) {
      <section class="card stack" [attr.aria-label]="'On this device: check-in for ' + sayDay(entry.day)">
        <h2>Check-in for {{ sayDay(entry.day) }}</h2>
        <app-check-in-fate [entry]="entry" [zone]="zone()" />
      </section>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-4);
    }
    :host([hidden]) {
      display: none;
    }
  `,
  host: { '[hidden]': 'unsettled().length === 0' },
  imports: [CheckInFate],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UnsettledCheckIns {
  private readonly me = inject(Me);
  private readonly outbox = inject(CheckInOutbox);
  protected readonly zone = computed(() => this.me.profile()?.timeZone ?? 'UTC');
  protected readonly unsettled = computed(() => this.outbox.entries().filter((entry) => !isDelivered(entry)));
  protected readonly sayDay = sayLocalDay;
}
