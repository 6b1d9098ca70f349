import { type AuditEvent, DomainError, type OutboxEffect } from '@podmates/domain';
import { type DocumentReference, type Query, type Transaction } from 'firebase-admin/firestore';
import { type Ports } from '../runtime/ports';
import { type Records, recordsOf } from './records';

/** How far ahead delayed work becomes a task; later work is found by the sweepers (Cloud Tasks holds 30 days). */
const PLANNED_AHEAD_MS = 7 * 24 * 3_600_000;
/** How long the trigger has for the first delivery before the resend takes an outbox entry over. */
export const FIRST_DELIVERY_MS = 60_000;

/**
 * One transaction: reads first, then an effect with its audit event and its outbox entries, all or nothing.
 * Audit events and outbox entries are created, never overwritten, so a cause that slips through twice fails whole.
 */
export class UnitOfWork {
  constructor(
    private readonly transaction: Transaction,
    readonly records: Records,
    readonly now: Date,
    readonly ids: Ports['ids'],
  ) {}

  async find<T>(ref: DocumentReference<T>): Promise<T | null> {
    return (await this.transaction.get(ref)).data() ?? null;
  }

  /** What is there, or null, and when it was read by the database's own clock, which stamps what clients write. */
  async found<T>(ref: DocumentReference<T>): Promise<{ document: T | null; readAt: Date }> {
    const snapshot = await this.transaction.get(ref);
    return { document: snapshot.data() ?? null, readAt: snapshot.readTime.toDate() };
  }

  /** @throws DomainError `not-found` with `sentence` */
  async get<T>(ref: DocumentReference<T>, sentence: string): Promise<T> {
    const found = await this.find(ref);
    if (found === null) throw new DomainError('not-found', sentence);
    return found;
  }

  /** In the order of `refs`, leaving out those that do not exist. */
  async several<T>(refs: readonly DocumentReference<T>[]): Promise<T[]> {
    if (refs.length === 0) return [];
    const snapshots = await this.transaction.getAll(...refs);
    return snapshots.map((snapshot) => snapshot.data()).filter((found) => found !== undefined);
  }

  async list<T>(query: Query<T>): Promise<T[]> {
    return (await this.transaction.get(query)).docs.map((snapshot) => snapshot.data());
  }

  /** As `list`, and when it was read by the database's own clock. */
  async listed<T>(query: Query<T>): Promise<{ documents: T[]; readAt: Date }> {
    const snapshot = await this.transaction.get(query);
    return { documents: snapshot.docs.map((found) => found.data()), readAt: snapshot.readTime.toDate() };
  }

  save<T>(ref: DocumentReference<T>, document: T): void {
    this.transaction.set(ref, document);
  }

  /** The transaction rejects whole when it is there already, which costs no read; `isThereAlready` tells. */
  create<T>(ref: DocumentReference<T>, document: T): void {
    this.transaction.create(ref, document);
  }

  remove<T>(ref: DocumentReference<T>): void {
    this.transaction.delete(ref);
  }

  audit(event: Omit<AuditEvent, 'at'>): void {
    this.transaction.create(this.records.auditEvents.doc(event.id), { ...event, at: this.now });
  }

  /** Leaves after the commit, at least once, with `id` as its idempotency key. */
  send(id: string, effect: OutboxEffect): void {
    if (effect.kind === 'task' && effect.runAt.getTime() - this.now.getTime() > PLANNED_AHEAD_MS) return;
    const leasedUntil = new Date(this.now.getTime() + FIRST_DELIVERY_MS);
    this.transaction.create(this.records.outbox.doc(id), {
      id,
      effect,
      state: 'waiting',
      leasedUntil,
      attempts: 0,
      sentAt: null,
      createdAt: this.now,
    });
  }
}

const ALREADY_EXISTS = 6;
export const isThereAlready = (error: unknown): boolean => (error as { code?: unknown }).code === ALREADY_EXISTS;

/** Runs `work` in a transaction; it may run more than once, so it must not touch anything but the unit. */
export const commit = async <R>(
  ports: Pick<Ports, 'db' | 'clock' | 'ids'>,
  work: (unit: UnitOfWork) => Promise<R>,
): Promise<R> => {
  const now = await ports.clock.now();
  const records = recordsOf(ports.db);
  return ports.db.runTransaction((transaction) => work(new UnitOfWork(transaction, records, now, ports.ids)));
};
