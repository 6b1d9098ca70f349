import { ChangeDetectionStrategy, Component } from '@angular/core';

@Component({
  selector: 'app-matching',
  template: '<h1>Finding your pod</h1>',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Matching {}
