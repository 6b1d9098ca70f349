import { computed, inject, Injectable, signal } from '@angular/core';
import { Me } from '../accounts/me';

const PREFIX = 'podmates.news-read.';

/**
 * How far the member has read the news of the pod: one instant, kept in this browser. Another device has its own,
 * which costs a second press there and spares the server a write at each look.
 */
@Injectable({ providedIn: 'root' })
export class NewsRead {
  private readonly me = inject(Me);
  /** By member id, what was read since the page opened; it also serves where storage is forbidden. */
  private readonly readNow = signal<Readonly<Record<string, number>>>({});
  private readonly readUntil = computed(() => {
    const id = this.me.id();
    return id ? (this.readNow()[id] ?? storedFor(id)) : 0;
  });

  isUnread(at: Date): boolean {
    return at.getTime() > this.readUntil();
  }

  /** Everything up to and with the newest of these instants counts as read; it never goes back. */
  markRead(instants: readonly Date[]): void {
    const id = this.me.id();
    if (!id) return;
    const until = Math.max(this.readUntil(), ...instants.map((at) => at.getTime()));
    this.readNow.update((known) => ({ ...known, [id]: until }));
    store(id, until);
  }
}

/** Milliseconds since the epoch; 0 when nothing was read here, or what is stored is no number. */
function storedFor(memberId: string): number {
  try {
    return Number(localStorage.getItem(PREFIX + memberId)) || 0;
  } catch {
    return 0;
  }
}

function store(memberId: string, until: number): void {
  try {
    localStorage.setItem(PREFIX + memberId, String(until));
  } catch {
    return; // storage is forbidden: it counts as long as the page
  }
}
