import { type OutboxEntry } from '@podmates/domain';
import { describeDefect, logDefect } from '../runtime/defects';
import { type Ports } from '../runtime/ports';
import { recordsOf } from '../store/records';
import { commit } from '../store/unit-of-work';

/** Longer than one delivery takes; a sender that died holds an entry no longer than this. */
const LEASE_MS = 2 * 60_000;
/** What has to be left of the lease that an entry is created with: several times what a delivery takes. */
const ENOUGH_LEASE_MS = 30_000;
/** Waits between attempts double from the first to the longest. */
const BACKOFF = { firstMs: 60_000, longestMs: 6 * 3_600_000 } as const;
const RESEND_LIMIT = 200;

/**
 * Carries side effects out of the database: lease, deliver, mark. While an entry waits, `leasedUntil` is the moment
 * from which another sender may try it, so that one field finds all that is due; a sent one has none.
 */
export class OutboxDesk {
  constructor(private readonly ports: Ports) {}

  /**
   * Delivers an entry as it was created. It is created leased to whoever hears of its creation, so nothing is read and
   * nothing written before the mark. Who hears of it twice at once sends twice, under the id by which it counts once.
   */
  async deliverNew(entry: OutboxEntry): Promise<void> {
    const now = await this.ports.clock.now();
    const leftMs = (entry.leasedUntil?.getTime() ?? 0) - now.getTime();
    return entry.attempts === 0 && leftMs >= ENOUGH_LEASE_MS
      ? this.attempt({ ...entry, attempts: 1 })
      : this.deliver(entry.id);
  }

  /** Delivers one entry, unless it is sent or another sender holds it. A failure is logged and left to `resend`. */
  async deliver(entryId: string): Promise<void> {
    const entry = await this.lease(entryId);
    if (entry !== null) await this.attempt(entry);
  }

  /** Delivers what has waited too long: its sender died, failed, or was never called. */
  async resend(): Promise<void> {
    const now = await this.ports.clock.now();
    const due = await recordsOf(this.ports.db)
      .outbox.where('leasedUntil', '<=', now)
      .orderBy('leasedUntil')
      .limit(RESEND_LIMIT)
      .select()
      .get();
    for (const found of due.docs) await this.deliver(found.id);
  }

  private async attempt(entry: OutboxEntry): Promise<void> {
    try {
      await this.carryOut(entry);
      const sentAt = await this.ports.clock.now();
      await recordsOf(this.ports.db)
        .outbox.doc(entry.id)
        .set({ ...entry, state: 'sent', leasedUntil: null, sentAt });
    } catch (error) {
      logDefect('outbox.deliver', describeDefect(error));
      await this.postpone(entry);
    }
  }

  private lease(entryId: string): Promise<OutboxEntry | null> {
    return commit(this.ports, async (unit) => {
      const ref = unit.records.outbox.doc(entryId);
      const entry = await unit.find(ref);
      if (entry === null || entry.state === 'sent') return null;
      const isHeld = entry.attempts > 0 && entry.leasedUntil !== null && entry.leasedUntil > unit.now;
      if (isHeld) return null;
      const leasedUntil = new Date(unit.now.getTime() + LEASE_MS);
      const leased: OutboxEntry = { ...entry, leasedUntil, attempts: entry.attempts + 1 };
      unit.save(ref, leased);
      return leased;
    });
  }

  private async carryOut({ id, effect }: OutboxEntry): Promise<void> {
    if (effect.kind === 'task') {
      const { task, subjectId, runAt } = effect;
      return this.ports.tasks.enqueue({ id, task, subjectId, runAt });
    }
    const { memberId, event, subjectId } = effect;
    return this.ports.notifier.notify({ id, memberId, event, subjectId, at: await this.ports.clock.now() });
  }

  /** To be tried again later, unless another sender has delivered it meanwhile, or holds it as a later attempt. */
  private postpone(entry: OutboxEntry): Promise<void> {
    return commit(this.ports, async (unit) => {
      const ref = unit.records.outbox.doc(entry.id);
      const stored = await unit.find(ref);
      if (stored === null || stored.state === 'sent' || stored.attempts > entry.attempts) return;
      const waitMs = Math.min(BACKOFF.firstMs * 2 ** (entry.attempts - 1), BACKOFF.longestMs);
      unit.save(ref, { ...entry, leasedUntil: new Date(unit.now.getTime() + waitMs) });
    });
  }
}
