import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { Identity } from '../firebase';
import { PageHeader } from '../ui/page-header';

@Component({
  selector: 'app-settings',
  template: `
    <app-page-header heading="Settings" />
    <nav aria-label="Settings">
      @for (tab of tabs(); track tab.path) {
        <a [routerLink]="tab.path" routerLinkActive="current" ariaCurrentWhenActive="page">{{ tab.name }}</a>
      }
    </nav>
    <router-outlet />
  `,
  styles: `
    nav {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--space-half);
      margin-bottom: var(--space-3);
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
  private readonly identity = inject(Identity);
  /** Cannot be asked without a network once the token is over; then the tab is not shown. */
  private readonly moderates = resource({ loader: () => this.identity.isModerator() });
  protected readonly tabs = computed(() => [
    { path: 'profile', name: 'Profile' },
    { path: 'matching', name: 'Matching' },
    { path: 'people', name: 'People' },
    { path: '/reviews', name: 'Second looks' },
    { path: 'appearance', name: 'Appearance' },
    { path: 'devices', name: 'This device' },
    ...(this.moderates.hasValue() && this.moderates.value() ? [{ path: '/admin/fairness', name: 'Fairness' }] : []),
  ]);
}
