import { DOCUMENT, inject, Injectable } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { SwUpdate } from '@angular/service-worker';
import { filter, fromEvent } from 'rxjs';
import { Notices } from '../ui/notices';

const ASK_AT_MOST_EVERY_MS = 10 * 60_000;

/** Offers a newer version; never takes it by itself, since somebody may be in the middle of a session. */
@Injectable({ providedIn: 'root' })
export class AppUpdates {
  private readonly updates = inject(SwUpdate);
  private readonly notices = inject(Notices);
  private readonly page = inject(DOCUMENT).defaultView;
  private lastAsked = Date.now();

  constructor() {
    if (!this.updates.isEnabled) return;
    this.updates.versionUpdates
      .pipe(
        filter((news) => news.type === 'VERSION_READY'),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.offer('A newer Podmates is ready. What you are writing is kept.'));
    this.updates.unrecoverable
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.offer('Podmates needs a fresh start. What you are writing is kept.'));
    fromEvent(window, 'focus')
      .pipe(takeUntilDestroyed())
      .subscribe(() => void this.askNow());
  }

  private async askNow(): Promise<void> {
    if (Date.now() - this.lastAsked < ASK_AT_MOST_EVERY_MS || !navigator.onLine) return;
    this.lastAsked = Date.now();
    await this.updates.checkForUpdate().catch(() => false); // the network's trouble; asked again on a later focus
  }

  private offer(text: string): void {
    this.notices.say(text, { label: 'Update now', run: () => void this.take() });
  }

  private async take(): Promise<void> {
    await this.updates.activateUpdate().catch(() => false); // the fresh page then takes what the network has
    this.page?.location.reload();
  }
}
