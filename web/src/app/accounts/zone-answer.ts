import { computed, inject, Injectable, signal } from '@angular/core';
import { deviceZone } from './entrance';
import { Me } from './me';

const PLACE = 'podmates.device-zone';
const ASK_AFTER_MS = 24 * 60 * 60 * 1000; // a day trip is no move (behaviour: travel)

interface Seen {
  readonly zone: string;
  readonly since: number;
  readonly isStaying: boolean;
}

/** Whether this device has been in another zone than the profile for a day, and what the member said to it. */
@Injectable({ providedIn: 'root' })
export class ZoneAnswer {
  private readonly me = inject(Me);
  private readonly seen = signal(seenBefore());

  readonly deviceZone = deviceZone();
  readonly profileZone = computed(() => this.me.profile()?.timeZone);
  /** In another zone than the profile's, and not told to stay on home time. */
  readonly isOpen = computed(
    () => !!this.profileZone() && this.profileZone() !== this.deviceZone && !this.seen().isStaying,
  );
  readonly isDue = computed(() => this.isOpen() && Date.now() - this.seen().since >= ASK_AFTER_MS);

  stay(): void {
    this.keep({ ...this.seen(), isStaying: true });
  }

  private keep(seen: Seen): void {
    this.seen.set(seen);
    store(seen);
  }
}

/** What this device noted about the zone it is in; a new zone starts a new day of waiting. */
function seenBefore(): Seen {
  const zone = deviceZone();
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(PLACE) ?? 'null');
    if (isSeen(stored) && stored.zone === zone) return stored;
  } catch {
    return { zone, since: Date.now(), isStaying: false }; // unreadable or forbidden: as if first seen
  }
  const seen = { zone, since: Date.now(), isStaying: false };
  store(seen);
  return seen;
}

const isSeen = (value: unknown): value is Seen =>
  typeof value === 'object' &&
  value !== null &&
  'zone' in value &&
  'since' in value &&
  typeof value.since === 'number' &&
  'isStaying' in value;

function store(seen: Seen): void {
  try {
    localStorage.setItem(PLACE, JSON.stringify(seen));
  } catch {
    return; // storage is forbidden: asked again next time
  }
}
