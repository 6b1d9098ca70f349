import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { type FeedEvent } from '@podmates/domain';
import { Me } from '../accounts/me';
import { Callables, CallRefused } from '../firebase';

/** A quiet cheer for a podmate's check-in, and who gave one. It shows at once and is taken back if it did not arrive. */
@Component({
  selector: 'app-cheer',
  template: `
    @if (!isOwn()) {
      <button type="button" class="text-button small" [attr.aria-pressed]="isCheered()" (click)="turn()">
        <svg viewBox="0 0 16 16" aria-hidden="true" [class.on]="isCheered()">
          <path d="M5 14V7l2.500-5c1 0 1.750.75 1.500 2L8.500 6.500H13L12 14zM2.500 7v7" />
        </svg>
        Cheer<span class="visually-hidden"> for {{ event().memberName }}</span>
      </button>
    }
    @if (words()) {
      <span class="small soft numbers">{{ words() }}</span>
    }
    @if (problem()) {
      <span class="small" role="alert">{{ problem() }}</span>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 var(--space-1);
    }
    .text-button {
      display: inline-flex;
      align-items: center;
      gap: var(--space-half);
    }
    svg {
      flex: none;
      width: 1em;
      fill: none;
      stroke: currentcolor;
      stroke-width: 1.5;
      stroke-linejoin: round;
    }
    svg.on {
      fill: var(--flame);
      stroke: var(--flame);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Cheer {
  private readonly callables = inject(Callables);
  private readonly me = inject(Me);
  readonly podId = input.required<string>();
  readonly event = input.required<FeedEvent>();
  /** Of podmates, by their id. */
  readonly names = input<Readonly<Record<string, string>>>({});

  private readonly cheers = linkedSignal<readonly string[]>(() => this.event().cheers ?? []);
  protected readonly problem = signal('');
  protected readonly isOwn = computed(() => this.event().memberId === this.me.id());
  protected readonly isCheered = computed(() => this.cheers().includes(this.me.id() ?? ''));
  protected readonly words = computed(() => {
    const names = this.cheers().map((id) => (id === this.me.id() ? 'you' : (this.names()[id] ?? 'a podmate')));
    if (names.length === 0) return '';
    return `${names.length === 1 ? '1 cheer' : `${names.length} cheers`}: ${names.join(', ')}`;
  });

  protected async turn(): Promise<void> {
    const mine = this.me.id() ?? '';
    const isCheered = !this.isCheered();
    const others = this.cheers().filter((id) => id !== mine);
    const before = this.cheers();
    this.problem.set('');
    this.cheers.set(isCheered ? [...others, mine] : others);
    try {
      await this.callables.call('cheer', { podId: this.podId(), eventId: this.event().id, isCheered });
    } catch (error) {
      if (!(error instanceof CallRefused)) throw error;
      this.cheers.set(before);
      this.problem.set('The cheer did not arrive. Please try again.');
    }
  }
}
