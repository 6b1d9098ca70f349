import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { PageHeader } from '../ui/page-header';

@Component({
  selector: 'app-settings',
  template: `
    <app-page-header heading="Settings" />
    <nav aria-label="Settings">
      @for (tab of tabs; track tab.path) {
        <a [routerLink]="tab.path" routerLinkActive="current" ariaCurrentWhenActive="page">{{ tab.name }}</a>
      }
    </nav>
    <router-outlet />
  `,
  styles: `
    nav {
      display: flex;
      gap: var(--space-half);
      margin-bottom: var(--space-3);
      overflow-x: auto;
      border-bottom: 1px solid var(--line);
    }
    a {
      display: inline-flex;
      align-items: center;
      min-height: var(--touch);
      padding-inline: clamp(0.5rem, 3vw, 1rem);
      border-bottom: 3px solid transparent;
      color: var(--ink-soft);
      font-weight: 600;
      text-decoration: none;
      white-space: nowrap;
    }
    a:focus-visible {
      outline-offset: -3px;
    }
    .current {
      border-color: var(--ink);
      color: var(--ink);
    }
  `,
  imports: [PageHeader, RouterLink, RouterLinkActive, RouterOutlet],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Settings {
  protected readonly tabs = [
    { path: 'profile', name: 'Profile' },
    { path: 'appearance', name: 'Appearance' },
    { path: 'devices', name: 'This device' },
  ];
}
