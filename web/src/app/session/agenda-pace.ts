import { DestroyRef, effect, inject, Injectable } from '@angular/core';
import { mayWriteAt, type Pace, withSeen } from '@podmates/domain/sessions';
import { Room } from './room';

/**
 * Holds back writes of an item that everybody writes at once, so that all members together stay within what one
 * document takes. Usually nothing waits. The member's own screen never does: it shows a change before it is sent.
 */
@Injectable()
export class AgendaPace {
  private readonly room = inject(Room);
  private readonly paces = new Map<string, Pace>();
  /** Those who wait for their turn look again, as somebody may have had it before them. */
  private readonly lookAgain = new Set<() => void>();

  constructor() {
    effect(() => {
      const [seenAt, dice] = [performance.now(), Math.random()];
      for (const { id, rev, editedBy } of this.room.allItems())
        this.paces.set(id, withSeen(this.paces.get(id) ?? [], { rev, seenAt, by: editedBy, dice }));
      for (const look of this.lookAgain) look();
    });
    // A page that is left sends what it has: a turn too early does less harm than words that are gone.
    inject(DestroyRef).onDestroy(() => {
      this.paces.clear();
      for (const look of this.lookAgain) look();
    });
  }

  /** Resolves when this device may write the item; at once while little is written. */
  async turn(itemId: string): Promise<void> {
    for (let waitMs = this.waitMs(itemId); waitMs > 0; waitMs = this.waitMs(itemId)) await this.whileWaiting(waitMs);
  }

  private whileWaiting(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.lookAgain.delete(done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      this.lookAgain.add(done);
    });
  }

  private waitMs(itemId: string): number {
    const now = performance.now();
    return mayWriteAt(this.paces.get(itemId) ?? [], { selfId: this.room.selfId(), now }) - now;
  }
}
