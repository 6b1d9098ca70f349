import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, input, output, signal } from '@angular/core';
import { type TimeZone } from '@podmates/domain';
import { addDays, instantAt, localDay, wallTime } from '@podmates/domain/time';
import { Callables, CallRefused } from '../firebase';
import { Clock } from '../time/clock';
import { BusyButton } from '../ui';
import { sayInOtherZone, sayMoment, sayZone } from './say-time';
import { TimeSuggestions } from './time-suggestions';

/** A meeting proposed for the next minutes would be over before anybody has seen it. */
const SOONEST_MS = 15 * 60_000;
const FARTHEST_DAYS = 60;

/** A time that is to change: of a session on the schedule, or of a weekly meeting that is not there yet. */
export interface TimeToChange {
  readonly startsAt: Date;
  readonly minutes: number;
  readonly session: { readonly id: string; readonly version: number } | null;
}

/** The form behind "Propose a time": suggestions, a day, a time on the reader's own clock, and a length for a new one. */
@Component({
  selector: 'app-propose-time',
  imports: [BusyButton, TimeSuggestions],
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
  readonly selfId = input.required<string>();
  readonly names = input.required<Readonly<Record<string, string>>>();
  /** Null for a new session. */
  readonly changing = input<TimeToChange | null>(null);
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

  protected readonly heading = computed(() => {
    const changing = this.changing();
    return changing ? `Another time for ${sayMoment(changing.startsAt, this.zone())}` : 'A time for your pod';
  });
  protected readonly asked = computed(() => {
    const changing = this.changing();
    const insteadOf = changing && !changing.session ? changing.startsAt.toISOString() : null;
    return { podId: this.podId(), sessionId: changing?.session?.id ?? null, insteadOf };
  });
  /** A suggestion that was chosen: exact where the same local time comes twice. */
  protected readonly suggested = signal<Date | null>(null);

  /** A date input lets years of five digits through, which no calendar day of ours has. */
  private readonly isDayNear = computed(
    () => this.day().length === this.firstDay().length && this.day() >= this.firstDay() && this.day() <= this.lastDay(),
  );
  protected readonly startsAt = computed(() => {
    const suggested = this.suggested();
    if (suggested) return suggested;
    return this.isDayNear() && this.time() ? instantAt(this.day(), this.time(), this.zone(), 'start') : null;
  });
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

  protected choose(startsAt: Date): void {
    this.day.set(localDay(startsAt, this.zone()));
    this.time.set(wallTime(startsAt, this.zone()));
    this.suggested.set(startsAt);
  }

  protected edit(field: 'day' | 'time', event: Event): void {
    this.suggested.set(null);
    this[field].set(this.valueOf(event));
  }

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
      await this.send(startsAt.toISOString());
      this.proposed.emit();
    } catch (error) {
      if (!(error instanceof CallRefused)) throw error;
      this.refusal.set([error.message, ...error.fields.map(({ message }) => `The time ${message}.`)].join(' '));
    } finally {
      this.isBusy.set(false);
    }
  }

  private async send(startsAt: string): Promise<void> {
    const changing = this.changing();
    if (changing?.session) {
      await this.callables.call('commandSession', {
        sessionId: changing.session.id,
        commandId: this.mutationId,
        expectedVersion: changing.session.version,
        command: { kind: 'propose-move', startsAt },
      });
      return;
    }
    await this.callables.call('proposeSession', {
      podId: this.podId(),
      clientMutationId: this.mutationId,
      startsAt,
      minutes: changing?.minutes ?? this.minutes(),
      ...(changing ? { insteadOf: changing.startsAt.toISOString() } : {}),
    });
  }
}
