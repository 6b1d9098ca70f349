import { type SteeredClock } from './steered-clock';

interface PastEvent {
  readonly at: Date;
  readonly happen: () => Promise<void>;
}

/** What is still to happen in the demo people's past, told in the order of time; an event may plan further ones. */
export class PastEvents {
  private readonly coming: PastEvent[] = [];

  constructor(private readonly clock: SteeredClock) {}

  plan(at: Date, happen: () => Promise<void>): void {
    const later = this.coming.findIndex((event) => event.at > at);
    this.coming.splice(later === -1 ? this.coming.length : later, 0, { at, happen });
  }

  /** Tells everything before `end`; what lies after it never happened. */
  async tellUntil(end: Date): Promise<void> {
    for (let next = this.coming.shift(); next && next.at < end; next = this.coming.shift()) {
      this.clock.moveTo(next.at);
      await next.happen();
    }
    this.clock.moveTo(end);
  }
}
