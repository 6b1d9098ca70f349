import { DestroyRef, inject, Injectable } from '@angular/core';

const CHANNEL = 'podmates-check-ins';

/** What the tabs of this device are to each other: one of them works at a time, and tells the others what changed. */
@Injectable({ providedIn: 'root' })
export class Tabs {
  private readonly channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL);

  constructor() {
    inject(DestroyRef).onDestroy(() => this.channel?.close());
  }

  /** Does nothing while a tab, this one included, is at the same `task`. A tab that is closed lets go of it. */
  async alone(task: string, work: () => Promise<void>): Promise<void> {
    await navigator.locks.request(`${CHANNEL}.${task}`, { ifAvailable: true }, async (lock) => {
      if (lock) await work();
    });
  }

  /** Tells every other tab. */
  tell(): void {
    this.channel?.postMessage(null);
  }

  heard(listener: () => void): void {
    if (this.channel) this.channel.onmessage = listener;
  }
}
