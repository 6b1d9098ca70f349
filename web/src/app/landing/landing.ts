import { ChangeDetectionStrategy, Component } from '@angular/core';

@Component({
  selector: 'app-landing',
  template: '<h1>Podmates</h1>',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Landing {}
