import { ChangeDetectionStrategy, Component, input } from '@angular/core';

@Component({
  selector: 'app-session-room',
  template: '<h1>Session</h1>',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SessionRoom {
  readonly id = input.required<string>();
}
