import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { AppUpdates } from './shell/app-updates';
import { ConnectionBanner } from './shell/connection-banner';
import { Installation } from './shell/installation';
import { NoticeList } from './ui/notice-list';

@Component({
  selector: 'app-root',
  template: `
    <a class="skip" href="#content" (click)="skipToContent($event)">Skip to content</a>
    <app-connection-banner />
    <router-outlet />
    <app-notice-list />
  `,
  styles: `
    .skip {
      position: fixed;
      inset: var(--space-1) auto auto var(--space-1);
      z-index: 50;
      padding: var(--space-1) var(--space-2);
      border-radius: var(--radius-s);
      background: var(--ink);
      color: var(--ground);
      transform: translateY(-200%);
    }
    .skip:focus {
      transform: none;
    }
  `,
  imports: [ConnectionBanner, NoticeList, RouterOutlet],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class App {
  constructor() {
    inject(AppUpdates);
    inject(Installation);
  }

  /** Every page has one `#content`. A plain fragment would lead to the landing page, because of `<base>`. */
  protected skipToContent(event: Event): void {
    event.preventDefault();
    const content = document.getElementById('content');
    content?.setAttribute('tabindex', '-1');
    content?.focus();
  }
}
