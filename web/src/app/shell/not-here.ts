import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Empty } from '../ui/empty';

@Component({
  selector: 'app-not-here',
  template: `
    <h1 class="visually-hidden">This page is not here</h1>
    <app-empty heading="This page is not here" text="The address may be old, or a letter is missing.">
      <a class="button" routerLink="/today">Go to today</a>
    </app-empty>
  `,
  imports: [Empty, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotHere {}
