import { DestroyRef, effect, inject, Injectable } from '@angular/core';
import { mayWriteAt, type Pace, withSeen } from '@podmates/domain/sessions';
import { type AgendaChanges } from '../firebase';
import { Room } from './room';

interface Waiting {
  changes: AgendaChanges;
  readonly outcome: Promise<void>;
}

/**
 * Holds back writes of an item that everybody writes at once, so that all members together stay within what one
 * document takes. Usually nothing waits. The member's own screen never does: it shows a change before it is sent.
 */
@Injectable()
export class AgendaPace {
  private readonly room = inject(Room);
  private readonly paces = new Map<string, Pace>();
  private readonly waiting = new Map<string, Waiting>();
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

  /**
   * Calls `write` at the item's next turn. What is asked for the same item until then goes along, the newest value of
   * each field, and has the outcome of that one write.
   */
  send(itemId: string, changes: AgendaChanges, write: (all: AgendaChanges) => Promise<void>): Promise<void> {
    const earlier = this.waiting.get(itemId);
    if (earlier) {
      earlier.changes = { ...earlier.changes, ...changes };
      return earlier.outcome;
    }
    if (this.waitMs(itemId) <= 0) return write(changes);
    const waiting: Waiting = {
      changes,
      outcome: this.turn(itemId).then(() => {
        this.waiting.delete(itemId);
        return write(waiting.changes);
      }),
    };
    this.waiting.set(itemId, waiting);
    return waiting.outcome;
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
