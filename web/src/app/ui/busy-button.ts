import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';

/**
 * A button that waits for the server: it keeps its size, its name and the focus while busy, and
 * ignores presses meanwhile. In a form give `type="submit"` and listen to the form instead.
 */
@Component({
  selector: 'app-busy-button',
  template: `
    <button
      class="button"
      [class.quiet]="kind() === 'quiet'"
      [type]="type()"
      [disabled]="isDisabled()"
      [attr.aria-disabled]="isBusy() || null"
      [attr.aria-busy]="isBusy() || null"
      (click)="press($event)"
    >
      <ng-content />
      @if (isBusy()) {
        <span class="dots" aria-hidden="true"></span>
      }
    </button>
  `,
  styles: `
    :host {
      display: inline-block;
    }
    .button {
      position: relative;
      width: 100%;
    }
    .dots {
      position: absolute;
      inset: auto 0 0;
      height: 3px;
      overflow: hidden;
      border-radius: 0 0 var(--radius-m) var(--radius-m);
    }
    .dots::after {
      content: '';
      position: absolute;
      inset: 0;
      background: currentcolor;
      opacity: 0.7;
      transform-origin: left;
      animation: fill 1.2s linear infinite;
    }
    @keyframes fill {
      from {
        transform: scaleX(0);
      }
      to {
        transform: scaleX(1);
      }
    }
    @media (prefers-reduced-motion: reduce) {
      .dots::after {
        animation: none;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BusyButton {
  readonly isBusy = input(false);
  readonly isDisabled = input(false);
  readonly kind = input<'main' | 'quiet'>('main');
  readonly type = input<'button' | 'submit'>('button');
  readonly pressed = output<void>();

  protected press(event: Event): void {
    if (this.isBusy()) event.preventDefault();
    else this.pressed.emit();
  }
}
