import { ChangeDetectionStrategy, Component } from '@angular/core';

@Component({
  selector: 'app-schedule',
  template: '<h1>Schedule</h1>',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Schedule {}
