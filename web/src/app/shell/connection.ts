import { DestroyRef, inject, Injectable, signal } from '@angular/core';

/** Whether the browser has a network. A network without a server shows in the single page instead. */
@Injectable({ providedIn: 'root' })
export class Connection {
  private readonly online = signal(navigator.onLine);
  readonly isOnline = this.online.asReadonly();

  constructor() {
    const stop = new AbortController();
    addEventListener('online', () => this.online.set(true), { signal: stop.signal });
    addEventListener('offline', () => this.online.set(false), { signal: stop.signal });
    inject(DestroyRef).onDestroy(() => stop.abort());
  }
}
