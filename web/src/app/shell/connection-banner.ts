import { ChangeDetectionStrategy, Component, effect, inject } from '@angular/core';
import { Notices } from '../ui/notices';
import { Connection } from './connection';

@Component({
  selector: 'app-connection-banner',
  template: `
    <div role="status">
      @if (!connection.isOnline()) {
        <p>
          <span class="dot" aria-hidden="true"></span>
          You are offline. You see what this device knows; it catches up by itself.
        </p>
      }
    </div>
  `,
  styles: `
    p {
      display: flex;
      align-items: center;
      justify-content: center;
      gap: var(--space-1);
      padding: var(--space-1) var(--space-2);
      background: var(--wait-tint);
      color: var(--wait-ink);
      font-size: var(--text-s);
    }
    .dot {
      flex: none;
      width: 0.5rem;
      height: 0.5rem;
      border-radius: 50%;
      background: var(--wait);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConnectionBanner {
  private readonly notices = inject(Notices);
  protected readonly connection = inject(Connection);

  constructor() {
    let wasOffline = false;
    effect(() => {
      const isOnline = this.connection.isOnline();
      if (isOnline && wasOffline) this.notices.say('You are back online.');
      wasOffline = !isOnline;
    });
  }
}
