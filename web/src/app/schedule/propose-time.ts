import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, input, output, signal } from '@angular/core';
import { type TimeZone } from '@podmates/domain';
import { addDays, instantAt, localDay } from '@podmates/domain/time';
import { Callables, CallRefused } from '../firebase';
import { Clock } from '../time/clock';
import { BusyButton } from '../ui';
import { sayInOtherZone, sayMoment, sayZone } from './say-time';

/** A meeting proposed for the next minutes would be over before anybody has seen it. */
const SOONEST_MS = 15 * 60_000;
const FARTHEST_DAYS = 60;

/** The form behind "Propose a time": a day, a time on the reader's own clock, a length. */
@Component({
  selector: 'app-propose-time',
  imports: [BusyButton],
  templateUrl: './propose-time.html',
  styleUrl: './propose-time.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProposeTime {
  private readonly callables = inject(Callables);
  private readonly clock = inject(Clock);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly podId = input.required<string>();
  readonly zone = input.required<TimeZone>();
  readonly podZone = input.required<TimeZone>();
  readonly proposed = output<void>();
  readonly closed = output<void>();

  protected readonly lengths = [30, 45, 60, 90];
  protected readonly zoneWords = computed(() => sayZone(this.zone()));
  protected readonly firstDay = computed(() => localDay(this.clock.now(), this.zone()));
  protected readonly lastDay = computed(() => addDays(this.firstDay(), FARTHEST_DAYS));
  protected readonly day = signal('');
  protected readonly time = signal('18:00');
  protected readonly minutes = signal(60);
  private readonly hasTried = signal(false);
  protected readonly isBusy = signal(false);
  protected readonly refusal = signal('');
  /** One per form: pressing twice on a slow line proposes one meeting. */
  private readonly mutationId = crypto.randomUUID();

  /** A date input lets years of five digits through, which no calendar day of ours has. */
  private readonly isDayNear = computed(
    () => this.day().length === this.firstDay().length && this.day() >= this.firstDay() && this.day() <= this.lastDay(),
  );
  private readonly startsAt = computed(() =>
    this.isDayNear() && this.time() ? instantAt(this.day(), this.time(), this.zone(), 'start') : null,
  );
  private readonly problem = computed(() => {
    const startsAt = this.startsAt();
    if (this.day() && !this.isDayNear()) return `Choose a day from today on, within ${FARTHEST_DAYS} days.`;
    if (!startsAt) return 'Choose a day and a time.';
    const isTooSoon = startsAt.getTime() < this.clock.now().getTime() + SOONEST_MS;
    return isTooSoon ? 'Choose a time at least 15 minutes from now, so that the others can see it.' : '';
  });
  protected readonly shownProblem = computed(() => (this.hasTried() ? this.problem() : ''));
  protected readonly preview = computed(() => {
    const startsAt = this.startsAt();
    if (!startsAt) return '';
    const elsewhere = sayInOtherZone(startsAt, this.zone(), this.podZone());
    return `${sayMoment(startsAt, this.zone())}${elsewhere ? ` (${elsewhere})` : ''}`;
  });

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement | HTMLSelectElement).value;
  }

  protected async propose(event: Event): Promise<void> {
    event.preventDefault();
    this.hasTried.set(true);
    const startsAt = this.startsAt();
    if (this.problem() || !startsAt) {
      this.host.nativeElement.querySelector<HTMLElement>('input')?.focus();
      return;
    }
    if (this.isBusy()) return;
    this.isBusy.set(true);
    this.refusal.set('');
    try {
      await this.callables.call('proposeSession', {
        podId: this.podId(),
        clientMutationId: this.mutationId,
        startsAt: startsAt.toISOString(),
        minutes: this.minutes(),
      });
      this.proposed.emit();
    } catch (error) {
      if (!(error instanceof CallRefused)) throw error;
      this.refusal.set([error.message, ...error.fields.map(({ message }) => `The time ${message}.`)].join(' '));
    } finally {
      this.isBusy.set(false);
    }
  }
}
