import { type Firestore } from 'firebase-admin/firestore';
import { type Circumstances, type Habit } from './circumstances';

/** Demo people look in at least this often, as somebody does who has the app on their phone. */
const LOOKS_IN_EVERY_MS = 12 * 3_600_000;
/** The clock was moved: so much more time has passed on it than on the machine's own. */
const JUMP_MS = 60_000;
/** As many writes as one batch takes. */
const BATCH = 400;

/**
 * Nobody is away because the clock was moved, or the platform was not running: demo people are always about, and a
 * visitor who moves the clock is here.
 */
export class BeingHere implements Habit {
  private last: { readonly local: number; readonly real: number } | null = null;
  private nextLook = 0;

  constructor(
    private readonly at: Circumstances,
    private readonly db: Firestore,
  ) {}

  async follow(now: Date): Promise<void> {
    const real = Date.now();
    const jump = this.last ? now.getTime() - this.last.local - (real - this.last.real) : Number.POSITIVE_INFINITY;
    this.last = { local: now.getTime(), real };
    if (jump <= JUMP_MS && now.getTime() < this.nextLook) return;
    this.nextLook = now.getTime() + LOOKS_IN_EVERY_MS;
    const lately = new Date(now.getTime() - LOOKS_IN_EVERY_MS / 2);
    const unseen = await this.at.records.members.where('seenAt', '<=', lately).get();
    const here = unseen.docs.filter((found) => jump > JUMP_MS || found.data().isDemo);
    for (let from = 0; from < here.length; from += BATCH) {
      const batch = this.db.batch();
      for (const { ref } of here.slice(from, from + BATCH)) batch.update(ref, { seenAt: now });
      await batch.commit();
    }
  }
}
