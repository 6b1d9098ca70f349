import { type Firestore } from 'firebase-admin/firestore';
import { type ClockStep, LOCAL_PATHS } from '../functions/local-documents';

/** More stops than a walk through one session makes; heartbeats that count are never older. */
const MOVES_KEPT = 200;

/** The launcher's hand on the local clock: it alone writes the offset, so it need not read it again. */
export class LocalClock {
  private constructor(
    private readonly db: Firestore,
    private offsetMs: number,
    private moves: readonly ClockStep[],
    private readonly machineNow: () => number,
  ) {}

  static async open(db: Firestore, machineNow: () => number = Date.now): Promise<LocalClock> {
    const kept = await db.doc(LOCAL_PATHS.clock).get();
    const offset: unknown = kept.get('offsetMs');
    const moves = (kept.get('moves') as ClockStep[] | undefined) ?? [];
    return new LocalClock(db, typeof offset === 'number' ? offset : 0, moves, machineNow);
  }

  now(): Date {
    return new Date(this.machineNow() + this.offsetMs);
  }

  /** How far ahead of the machine's clock, in milliseconds. */
  get offset(): number {
    return this.offsetMs;
  }

  /** Moves the clock forward; an earlier instant is ignored, because what happened cannot un-happen. */
  async moveTo(instant: Date): Promise<void> {
    const ahead = instant.getTime() - this.now().getTime();
    if (ahead <= 0) return;
    this.offsetMs += ahead;
    this.moves = [...this.moves, { at: this.machineNow(), offsetMs: this.offsetMs }].slice(-MOVES_KEPT);
    await this.db.doc(LOCAL_PATHS.clock).set({ offsetMs: this.offsetMs, moves: this.moves });
  }
}
