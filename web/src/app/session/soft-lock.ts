import { DestroyRef, inject, Injectable } from '@angular/core';
import { Heartbeat } from './heartbeat';

/** Somebody who stopped typing and went away without closing the field is not waited for. */
const LET_GO_AFTER_MS = 90_000;

/** Tells the others which item's title this member is writing. It stops nobody. */
@Injectable()
export class SoftLock {
  private readonly heartbeat = inject(Heartbeat);
  private idle: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.idle));
  }

  /** On focus and on each keystroke; what goes over the network is only a change of the item. */
  hold(itemId: string): void {
    clearTimeout(this.idle);
    this.idle = setTimeout(() => this.release(itemId), LET_GO_AFTER_MS);
    this.heartbeat.editing.set(itemId);
  }

  release(itemId: string): void {
    if (this.heartbeat.editing() !== itemId) return;
    clearTimeout(this.idle);
    this.heartbeat.editing.set(null);
  }
}
