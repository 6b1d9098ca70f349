import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** A page's heading, one sentence of what it is for, and its act at the side. */
@Component({
  selector: 'app-page-header',
  template: `
    <header>
      <div>
        <h1>{{ heading() }}</h1>
        @if (lead()) {
          <p>{{ lead() }}</p>
        }
      </div>
      <ng-content />
    </header>
  `,
  styles: `
    header {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      justify-content: space-between;
      gap: var(--space-2);
      margin-bottom: var(--space-3);
    }
    p {
      max-width: 60ch;
      margin-top: var(--space-half);
      color: var(--ink-soft);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PageHeader {
  readonly heading = input.required<string>();
  readonly lead = input('');
}
