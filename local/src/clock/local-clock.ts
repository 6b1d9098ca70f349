import { type Firestore } from 'firebase-admin/firestore';
import { LOCAL_PATHS } from '../functions/local-documents';

/** The launcher's hand on the local clock: it alone writes the offset, so it need not read it again. */
export class LocalClock {
  private constructor(
    private readonly db: Firestore,
    private offsetMs: number,
    private readonly machineNow: () => number,
  ) {}

  static async open(db: Firestore, machineNow: () => number = Date.now): Promise<LocalClock> {
    const offset: unknown = (await db.doc(LOCAL_PATHS.clock).get()).get('offsetMs');
    return new LocalClock(db, typeof offset === 'number' ? offset : 0, machineNow);
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
    await this.db.doc(LOCAL_PATHS.clock).set({ offsetMs: this.offsetMs });
  }
}
