import { computed, DestroyRef, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { estimateClockOffset } from '@podmates/domain/time';
import { fromEvent } from 'rxjs';
import { Callables, Identity } from '../firebase';

const PLACE = 'podmates.clock-offset';
const MEASURE_EVERY_MS = 60_000;
const EXCHANGES_KEPT = 8; // the shortest round trip of the last minutes wins; older ones miss a clock that was set
/** A longer way (a server that had to wake) leaves an error that two screens side by side would show. */
const LONG_TRIP_MS = 500;
const TRIES = 3;
/** Device clocks drift a little in the minutes between two exchanges. */
const SLACK_MS = 250;
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
  /** A page opened without a network must know the day as well as one with: what to check in for hangs on it. */
  private readonly foundEarlier = keptOffset();

  /** Milliseconds to add to this device's clock; what an earlier visit found until it is measured, else 0. */
  readonly offset = computed(() => estimateClockOffset(this.exchanges())?.offsetMs ?? this.foundEarlier ?? 0);
  /** By how much this device's clock was off when the server was asked last; null: it never was. */
  readonly skew = computed(() => {
    const offset = estimateClockOffset(this.exchanges())?.offsetMs ?? this.foundEarlier;
    return offset === null ? null : Math.round(offset);
  });
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

  /** An exchange with the server, and another after a long trip. Hidden tabs ask nothing; an answer that does not come changes nothing. */
  async measure(tries = TRIES): Promise<void> {
    if (!this.identity.memberId() || document.hidden) return;
    const sentAt = Date.now();
    const answer = await this.callables.call('readClock', {}).catch(() => null);
    if (!answer) return;
    const exchange = { sentAt, serverAt: Date.parse(answer.now), receivedAt: Date.now() };
    this.exchanges.update((earlier) => [...earlier.filter(agreesWith(exchange)), exchange].slice(-EXCHANGES_KEPT));
    keepOffset(this.offset());
    if (exchange.receivedAt - sentAt > LONG_TRIP_MS && tries > 1) await this.measure(tries - 1);
  }
}

function keptOffset(): number | null {
  try {
    const kept = localStorage.getItem(PLACE);
    return kept !== null && Number.isFinite(Number(kept)) ? Number(kept) : null;
  } catch {
    return null;
  }
}

function keepOffset(offsetMs: number): void {
  try {
    localStorage.setItem(PLACE, String(offsetMs));
  } catch {
    return; // storage is full or forbidden: this device's own clock has to do until the next exchange
  }
}

/** Both can be right only if their ranges meet; otherwise a clock was set in between, and the older one is of the past. */
const agreesWith = (newest: Exchange) => (older: Exchange) => {
  const [a, b] = [estimateClockOffset([newest]), estimateClockOffset([older])];
  return !a || !b || Math.abs(a.offsetMs - b.offsetMs) <= a.errorMs + b.errorMs + SLACK_MS;
};
