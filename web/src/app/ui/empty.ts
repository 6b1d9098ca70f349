import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** A place where nothing is yet, and what will be here; acts go inside. */
@Component({
  selector: 'app-empty',
  template: `
    <div class="box">
      <h2>{{ heading() }}</h2>
      <p>{{ text() }}</p>
      <ng-content />
    </div>
  `,
  styleUrl: './box.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Empty {
  readonly heading = input.required<string>();
  readonly text = input('');
}
