import { ChangeDetectionStrategy, Component } from '@angular/core';

@Component({
  selector: 'app-sign-in',
  template: '<h1>Sign in</h1>',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignIn {}
