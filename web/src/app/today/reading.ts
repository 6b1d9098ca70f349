import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { Connection } from '../shell/connection';

/** A place that is still being read; without a network it says what happens next instead of waiting mutely. */
@Component({
  selector: 'app-reading',
  template: `
    @if (connection.isOnline()) {
      <p class="loading" role="status">
        <span class="visually-hidden">{{ what() }}</span>
      </p>
    } @else {
      <p class="card soft" role="status">
        You are offline, and this was not opened on this device before. It shows as soon as you are back.
      </p>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Reading {
  protected readonly connection = inject(Connection);
  /** Read out while it lasts: "Reading your day". */
  readonly what = input.required<string>();
}
