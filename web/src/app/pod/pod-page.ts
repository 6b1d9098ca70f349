import { ChangeDetectionStrategy, Component } from '@angular/core';

@Component({
  selector: 'app-pod-page',
  template: '<h1>Your pod</h1>',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PodPage {}
