import { ChangeDetectionStrategy, Component } from '@angular/core';

@Component({
  selector: 'app-streak-page',
  template: '<h1>Your streak</h1>',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StreakPage {}
