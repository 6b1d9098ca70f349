import { type LocalClock } from '../clock/local-clock';
import { nextStop } from '../clock/next-stop';
import { warn } from '../output';
import { type PeriodicWork } from './periodic-work';
import { type TaskDelivery } from './task-delivery';

const TICK_MS = 1000;
/** Outbox triggers write follow-up work a moment after what caused it. */
const SETTLE_MS = 150;

/** Anything else that wants its turn whenever time has passed: the demo podmates. */
export interface TimeFollower {
  follow(now: Date): Promise<void>;
  /** When it wants its turn next, so that a moving clock stops there; null when it does not mind. */
  nextAt(now: Date): Promise<Date | null>;
}

/** Makes time pass on the local platform: second by second, or in strides when the clock is moved. */
export class Driver {
  private timer: NodeJS.Timeout | null = null;
  /** Ticks and moves never run beside each other. */
  private queue: Promise<void> = Promise.resolve();

  constructor(
    private readonly clock: LocalClock,
    private readonly tasks: TaskDelivery,
    private readonly periodic: PeriodicWork,
    private readonly followers: readonly TimeFollower[],
  ) {}

  start(): void {
    this.timer = setTimeout(() => void this.tick(), TICK_MS);
  }

  async stop(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    await this.queue;
  }

  /** Moves the clock forward to `target`, doing on the way whatever would have happened by then. */
  moveTo(target: Date): Promise<void> {
    return this.inTurn(async () => {
      while (this.clock.now() < target) {
        const from = this.clock.now();
        const wishes = [this.tasks.nextAt(), ...this.followers.map((follower) => follower.nextAt(from))];
        await this.clock.moveTo(nextStop({ from, to: target, wishes: await Promise.all(wishes) }));
        await this.happen();
        await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
      }
    });
  }

  private async tick(): Promise<void> {
    await this.inTurn(() => this.happen()).catch(() => undefined); // said by inTurn
    if (this.timer) this.start();
  }

  private async happen(): Promise<void> {
    await this.tasks.deliverDue(this.clock.now());
    await this.periodic.runDue(this.clock.now());
    for (const follower of this.followers) await follower.follow(this.clock.now());
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.queue.then(work);
    this.queue = turn.catch((error: unknown) => warn(`The local clock stumbled: ${String(error)}`));
    return turn;
  }
}
