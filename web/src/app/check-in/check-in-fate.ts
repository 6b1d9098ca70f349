import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { type TimeZone } from '@podmates/domain';
import { sayLocalDay, sayMoment } from '../schedule/say-time';
import { CheckInOutbox } from './check-in-outbox';
import { type OutboxEntry } from './outbox-entry';

/** What has become of one check-in: captured here, received there, counted in the streak, each with its time. */
@Component({
  selector: 'app-check-in-fate',
  templateUrl: './check-in-fate.html',
  styleUrl: './check-in-fate.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CheckInFate {
  protected readonly outbox = inject(CheckInOutbox);
  readonly entry = input.required<OutboxEntry>();
  readonly zone = input.required<TimeZone>();

  protected readonly day = computed(() => sayLocalDay(this.entry().day));
  protected readonly captured = computed(() => this.at(this.entry().input.capturedAt));
  protected readonly received = computed(() => {
    const { fate } = this.entry();
    return fate.kind === 'received' ? { ...fate, at: this.at(fate.receivedAt) } : null;
  });
  protected readonly refused = computed(() => {
    const { fate } = this.entry();
    return fate.kind === 'refused' ? fate.message : null;
  });
  protected readonly uploadShare = computed(() => {
    const upload = this.outbox.upload();
    return upload?.slotId === this.entry().slotId ? Math.round(upload.share * 100) : null;
  });
  protected readonly file = computed(() => this.entry().file);
  protected readonly waitsFor = computed(() =>
    this.outbox.waitsForSignIn()
      ? 'Kept on this device. Please sign out and in again; then it is sent by itself.'
      : 'Waiting for the network. It is sent by itself, also after you close the page.',
  );

  private at(instant: string): string {
    return sayMoment(new Date(instant), this.zone());
  }
}
