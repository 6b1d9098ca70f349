import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

/** The streak as a flame and a number. */
@Component({
  selector: 'app-streak-badge',
  template: `
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path
        d="M12 2c1 4 6 6.500 6 12a6 6 0 0 1-12 0c0-2.500 1.200-4 2.500-5.500C9 10.500 10 11.500 11 12c.6-3-.6-6.500 1-10z"
      />
    </svg>
    <span class="number" aria-hidden="true">{{ count() }}</span>
    <span class="visually-hidden">{{ words() }}</span>
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: var(--space-half);
      color: var(--ink);
      font-weight: 650;
    }
    :host(.none) {
      color: var(--ink-soft);
    }
    svg {
      width: 1.25em;
      fill: var(--flame);
    }
    :host(.none) svg {
      fill: var(--line-strong);
    }
    .number {
      font-variant-numeric: tabular-nums;
    }
  `,
  host: { '[class.none]': 'count() === 0' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StreakBadge {
  readonly count = input.required<number>();
  protected readonly words = computed(() => `Streak: ${this.count()}`);
}
