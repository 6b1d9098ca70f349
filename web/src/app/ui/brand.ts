import { ChangeDetectionStrategy, Component } from '@angular/core';

/** Three people close together, and the name. */
@Component({
  selector: 'app-brand',
  template: `
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <circle cx="10" cy="10.500" r="6.500" />
      <circle cx="22.500" cy="11.500" r="5.500" />
      <circle cx="16" cy="23" r="6" />
    </svg>
    <span>Podmates</span>
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: var(--space-1);
      color: var(--ink);
      font-size: 1.1875rem;
      font-weight: 760;
      letter-spacing: -0.02em;
    }
    svg {
      width: 1.75rem;
    }
    circle:nth-child(1) {
      fill: var(--accent);
    }
    circle:nth-child(2) {
      fill: var(--flame);
    }
    circle:nth-child(3) {
      fill: var(--good);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Brand {}
