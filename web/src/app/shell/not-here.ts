import { ChangeDetectionStrategy, Component } from '@angular/core';

@Component({
  selector: 'app-not-here',
  template: '<h1>This page is not here</h1>',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotHere {}
