import { ChangeDetectionStrategy, Component } from '@angular/core';

@Component({
  selector: 'app-today',
  template: '<h1>Today</h1>',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Today {}
