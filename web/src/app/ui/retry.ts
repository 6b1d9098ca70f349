import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';

/** What a page shows when a listener ended with an error. */
@Component({
  selector: 'app-retry',
  template: `
    <div class="box" role="alert">
      <p>{{ message() }}</p>
      <button type="button" class="button quiet" (click)="retryAsked.emit()">Try again</button>
    </div>
  `,
  styleUrl: './box.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Retry {
  readonly message = input('We could not show this just now. Nothing of yours is lost.');
  readonly retryAsked = output<void>();
}
