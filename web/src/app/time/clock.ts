import { computed, DestroyRef, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { estimateClockOffset } from '@podmates/domain/time';
import { fromEvent } from 'rxjs';
import { Callables, Identity } from '../firebase';

const MEASURE_EVERY_MS = 60_000;
const EXCHANGES_KEPT = 8; // the shortest round trip of the last minutes wins; older ones miss a clock that was set
interface Exchange {
  readonly sentAt: number;
  readonly serverAt: number;
  readonly receivedAt: number;
}

/** The server's time, from this device's clock and a measured offset. */
@Injectable({ providedIn: 'root' })
export class Clock {
  private readonly callables = inject(Callables);
  private readonly identity = inject(Identity);
  private readonly exchanges = signal<readonly Exchange[]>([]);
  private readonly tick = signal(Date.now());

  /** Milliseconds to add to this device's clock; 0 until it was measured. */
  readonly offset = computed(() => estimateClockOffset(this.exchanges())?.offsetMs ?? 0);
  /** Whole seconds of the server's time; changes once a second. */
  readonly seconds = computed(() => Math.floor((this.tick() + this.offset()) / 1000));

  constructor() {
    const ticking = setInterval(() => this.tick.set(Date.now()), 1000);
    const measuring = setInterval(() => void this.measure(), MEASURE_EVERY_MS);
    fromEvent(window, 'focus')
      .pipe(takeUntilDestroyed())
      .subscribe(() => void this.measure());
    inject(DestroyRef).onDestroy(() => {
      clearInterval(ticking);
      clearInterval(measuring);
    });
    effect(() => {
      if (this.identity.memberId()) untracked(() => void this.measure());
    });
  }

  /** Now, in server time. Inside `computed` or a template it is read anew each second. */
  now(): Date {
    this.seconds();
    return new Date(Date.now() + this.offset());
  }

  /** One exchange with the server. Hidden tabs ask nothing; an answer that does not come changes nothing. */
  async measure(): Promise<void> {
    if (!this.identity.memberId() || document.hidden || !navigator.onLine) return;
    const sentAt = Date.now();
    const answer = await this.callables.call('readClock', {}).catch(() => null);
    if (!answer) return;
    const exchange = { sentAt, serverAt: Date.parse(answer.now), receivedAt: Date.now() };
    this.exchanges.update((earlier) => [...earlier, exchange].slice(-EXCHANGES_KEPT));
  }
}
