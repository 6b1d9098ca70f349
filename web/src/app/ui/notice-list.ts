import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { type Notice, Notices } from './notices';

@Component({
  selector: 'app-notice-list',
  template: `
    <div class="list" role="status" aria-live="polite">
      @for (notice of notices.shown(); track notice.id) {
        <p class="notice">
          <span>{{ notice.text }}</span>
          @if (notice.act) {
            <button type="button" class="act" (click)="run(notice)">{{ notice.act.label }}</button>
          }
          <button type="button" class="dismiss" aria-label="Dismiss" (click)="notices.dismiss(notice.id)">
            <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 6l12 12M18 6L6 18" /></svg>
          </button>
        </p>
      }
    </div>
  `,
  styleUrl: './notice-list.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NoticeList {
  protected readonly notices = inject(Notices);

  protected run(notice: Notice): void {
    this.notices.dismiss(notice.id);
    notice.act?.run();
  }
}
