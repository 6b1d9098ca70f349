import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { type Slot, type Sprint } from '@podmates/domain';
import { addDays, localDay } from '@podmates/domain/time';
import { Callables, CallRefused } from '../firebase';
import { Connection } from '../shell/connection';
import { Clock } from '../time/clock';
import { BusyButton } from '../ui';
import { type AskedPause, type ListedPause, listPauses, outlookOf } from './pause-words';

type Kind = AskedPause['kind'];
/** Nothing is staked before there are deposits; with them comes the notice of a week. */
const STAKED = false;

/** Days off in the sprint that runs: asked for, shown with what they do, and ended when somebody is back sooner. */
@Component({
  selector: 'app-pause-planner',
  templateUrl: './pause-planner.html',
  styleUrl: './pause-planner.css',
  imports: [BusyButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PausePlanner {
  private readonly callables = inject(Callables);
  private readonly clock = inject(Clock);
  protected readonly connection = inject(Connection);
  readonly sprint = input.required<Sprint>();
  /** All slots of that sprint. */
  readonly slots = input.required<readonly Slot[]>();

  protected readonly kinds = [
    { kind: 'planned', name: 'Days off', hint: 'A holiday, a trip, a full week' },
    { kind: 'illness', name: 'Illness', hint: 'At once, up to 7 days, once a sprint' },
  ] as const satisfies readonly { kind: Kind; name: string; hint: string }[];
  protected readonly isAsking = signal(false);
  protected readonly kind = signal<Kind>('planned');
  protected readonly busyWith = signal('');
  protected readonly problem = signal('');
  protected readonly said = signal('');

  protected readonly today = computed(() => localDay(this.clock.now(), this.sprint().timeZone, this.sprint().dayStart));
  /** Who is ill is so today; days off are mostly ahead. */
  protected readonly from = linkedSignal(() => (this.kind() === 'illness' ? this.today() : addDays(this.today(), 1)));
  protected readonly to = linkedSignal(() => this.from());
  private readonly asked = computed<AskedPause>(() => ({ kind: this.kind(), from: this.from(), to: this.to() }));
  protected readonly outlook = computed(() =>
    outlookOf(this.sprint(), this.slots(), { asked: this.asked(), staked: STAKED, now: this.clock.now() }),
  );
  protected readonly pauses = computed(() => listPauses(this.sprint(), this.clock.now()));

  protected async plan(event: Event): Promise<void> {
    event.preventDefault();
    const asked = this.asked();
    if (!this.outlook().isGranted || this.busyWith() || !this.connection.isOnline()) return;
    const words = this.outlook().words;
    if (await this.ask('new', () => this.callables.call('planPause', asked))) {
      this.isAsking.set(false);
      this.said.set(`Your pause is planned. ${words}`);
    }
  }

  protected async end({ pause, standing }: ListedPause): Promise<void> {
    const { from, to, kind } = pause;
    if (this.busyWith()) return;
    if (await this.ask(this.keyOf(pause), () => this.callables.call('endPause', { from, to, kind })))
      this.said.set(
        standing === 'ahead'
          ? 'The pause is cancelled. Its slots are open again.'
          : 'The pause ends with today. Welcome back.',
      );
  }

  protected keyOf({ from, to, kind }: AskedPause): string {
    return [kind, from, to].join('.');
  }

  /** Whether the server did it. */
  private async ask(key: string, call: () => Promise<unknown>): Promise<boolean> {
    this.busyWith.set(key);
    this.problem.set('');
    this.said.set('');
    try {
      await call();
      return true;
    } catch (error) {
      this.problem.set(
        error instanceof CallRefused ? error.message : 'That did not reach us. Please try again in a moment.',
      );
      return false;
    } finally {
      this.busyWith.set('');
    }
  }
}
