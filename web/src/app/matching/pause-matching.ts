import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
} from '@angular/core';
import { type LocalDay, type TimeZone } from '@podmates/domain';
import { addDays, instantAt, localDay } from '@podmates/domain/time';
import { BusyButton } from '../ui';

/** As long as the server lets somebody pause. */
const LONGEST_DAYS = 90;
const USUAL_DAYS = 7;

/** "Pause until …": a button that opens to a day, on the reader's own calendar. */
@Component({
  selector: 'app-pause-matching',
  imports: [BusyButton],
  template: `
    @if (day() === null) {
      <button type="button" class="button quiet" (click)="open()">Pause until …</button>
    } @else {
      <form novalidate (submit)="pause($event)">
        <label class="field">
          <span class="label">You are back on</span>
          <input
            class="input"
            type="date"
            [min]="first()"
            [max]="last()"
            [value]="day()"
            [attr.aria-invalid]="problem() !== '' || null"
            [attr.aria-describedby]="problem() ? 'pause-problem' : null"
            (input)="day.set(valueOf($event))"
          />
        </label>
        <app-busy-button type="submit" kind="quiet" [isBusy]="isBusy()">Pause</app-busy-button>
        <button type="button" class="text-button" (click)="day.set(null)">Keep looking</button>
        @if (problem()) {
          <p id="pause-problem" class="problem">{{ problem() }}</p>
        }
      </form>
    }
  `,
  styles: `
    :host:has(form) {
      width: 100%;
    }
    form {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      gap: var(--space-1);
    }
    .problem {
      width: 100%;
      color: var(--warn-ink);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PauseMatching {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  readonly zone = input.required<TimeZone>();
  readonly now = input.required<Date>();
  readonly isBusy = input(false);
  readonly paused = output<{ readonly day: LocalDay; readonly at: Date }>();

  /** `null` while it is closed. */
  protected readonly day = signal<LocalDay | null>(null);
  private readonly today = computed(() => localDay(this.now(), this.zone()));
  protected readonly first = computed(() => addDays(this.today(), 1));
  protected readonly last = computed(() => addDays(this.today(), LONGEST_DAYS - 1));
  private readonly hasTried = signal(false);
  /** A date input lets years of five digits through, which no calendar day of ours has. */
  private readonly isNear = computed(() => {
    const day = this.day() ?? '';
    return day.length === this.first().length && day >= this.first() && day <= this.last();
  });
  protected readonly problem = computed(() =>
    this.hasTried() && !this.isNear() ? `Choose a day from tomorrow on, within ${LONGEST_DAYS} days.` : '',
  );

  protected open(): void {
    this.hasTried.set(false);
    this.day.set(addDays(this.today(), USUAL_DAYS));
    afterNextRender(() => this.host.nativeElement.querySelector('input')?.focus(), { injector: this.injector });
  }

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected pause(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const day = this.day();
    if (day === null || this.isBusy()) return;
    if (this.isNear()) this.paused.emit({ day, at: instantAt(day, '00:00', this.zone(), 'start') });
    else this.host.nativeElement.querySelector('input')?.focus();
  }
}
