import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { addDays, localDay } from '@podmates/domain/time';
import { Me } from '../accounts/me';
import { Drafts } from '../drafts/drafts';
import { CallRefused, Callables } from '../firebase';
import { sayLocalDay } from '../schedule/say-time';
import { Clock } from '../time/clock';
import { BusyButton } from '../ui';

const isAnswered = (value: unknown): value is true => value === true;

/** A rest on offer to the one whose notes or check-ins ask for it: taken with one press, declined at no cost. */
@Component({
  selector: 'app-safety-pause',
  imports: [BusyButton],
  template: `
    @if (until()) {
      <p class="card" role="status">Your planned slots rest until {{ until() }}, and your streak rests with them.</p>
    } @else if (!isDeclined()) {
      <section class="card stack" aria-labelledby="pause-heading">
        <h2 id="pause-heading">A rest, if you would like one</h2>
        <p>
          {{ reason() }} Planned slots can rest, and your streak rests with them. Saying no costs nothing either. For
          what hurts, please ask somebody who can look at it.
        </p>
        @if (problem()) {
          <p class="problem" role="alert">{{ problem() }}</p>
        }
        <div class="row tight">
          @if (me.sprintId()) {
            @for (rest of rests; track rest.days) {
              <app-busy-button
                kind="quiet"
                [isBusy]="busyWith() === rest.days"
                [isDisabled]="busyWith() !== 0 && busyWith() !== rest.days"
                (pressed)="take(rest.days)"
                >{{ rest.name }}</app-busy-button
              >
            }
          }
          <button type="button" class="text-button" (click)="decline()">Not now</button>
        </div>
      </section>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .card {
      border-color: var(--wait);
      background: linear-gradient(var(--wait-tint), var(--surface) 6rem);
    }
    p {
      max-width: 62ch;
    }
    .problem {
      color: var(--warn-ink);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SafetyPause {
  private readonly callables = inject(Callables);
  private readonly drafts = inject(Drafts);
  private readonly clock = inject(Clock);
  /** What it is offered for: one offer is answered once. */
  readonly cause = input.required<string>();
  readonly reason = input('Something you noted sounds as if your body needs care.');
  protected readonly me = inject(Me);
  protected readonly rests = [
    { days: 3, name: 'Rest for 3 days' },
    { days: 7, name: 'Rest for a week' },
  ] as const;

  private readonly kept = computed(() => this.drafts.draft(`safety-pause.${this.cause()}`, isAnswered));
  private readonly hasSaidNo = linkedSignal({ source: this.cause, computation: () => false });
  protected readonly isDeclined = computed(() => this.hasSaidNo() || this.kept().read() === true);
  protected readonly busyWith = signal(0);
  protected readonly problem = signal('');
  protected readonly until = signal('');

  protected decline(): void {
    this.kept().write(true);
    this.hasSaidNo.set(true);
  }

  protected async take(days: number): Promise<void> {
    if (this.busyWith()) return;
    this.busyWith.set(days);
    this.problem.set('');
    const from = localDay(this.clock.now(), this.me.profile()?.timeZone ?? 'UTC');
    const to = addDays(from, days - 1);
    try {
      await this.callables.call('planPause', { from, to, kind: 'illness' });
      this.kept().write(true);
      this.until.set(`the end of ${sayLocalDay(to)}`);
    } catch (problem) {
      this.problem.set(
        problem instanceof CallRefused ? problem.message : 'That did not get through. Please try again.',
      );
    } finally {
      this.busyWith.set(0);
    }
  }
}
