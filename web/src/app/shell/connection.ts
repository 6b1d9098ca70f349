import { Injectable, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { fromEvent, merge } from 'rxjs';

/** Whether the browser has a network. A network without a server shows in the single page instead. */
@Injectable({ providedIn: 'root' })
export class Connection {
  private readonly online = signal(navigator.onLine);
  readonly isOnline = this.online.asReadonly();

  constructor() {
    merge(fromEvent(window, 'online'), fromEvent(window, 'offline'))
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.online.set(navigator.onLine));
  }
}
