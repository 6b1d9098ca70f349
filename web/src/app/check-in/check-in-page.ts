import { ChangeDetectionStrategy, Component, input } from '@angular/core';

@Component({
  selector: 'app-check-in-page',
  template: '<h1>Check in</h1>',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CheckInPage {
  readonly slotId = input.required<string>();
}
