import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { NoticeList } from './ui/notice-list';

@Component({
  selector: 'app-root',
  template: '<router-outlet /><app-notice-list />',
  imports: [RouterOutlet, NoticeList],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class App {}
