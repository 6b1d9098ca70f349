import { type CallableOutput, type CheckIn, type CheckInInput, DomainError, type Slot } from '@podmates/domain';
import { closeSlot, decideCheckIn, judgeReceipt } from '@podmates/domain/checkins';
import { CallRefused } from '../app/firebase';

export interface Taken {
  readonly input: CheckInInput;
  readonly receivedAt: Date;
}

/** The server of check-ins in memory: it decides with the domain, and knows each request by its id as the desk does. */
export class OutboxServer {
  readonly slots = new Map<string, Slot>();
  readonly checkIns = new Map<string, CheckIn>();
  /** What was taken, by `clientMutationId`, in its order. */
  readonly taken = new Map<string, Taken>();
  readonly stored = new Map<string, ArrayBuffer>();
  /** Everything that reached it, and whose token came with it. */
  readonly seen: { readonly as: string; readonly owner: string; readonly what: string }[] = [];

  constructor(slots: readonly Slot[]) {
    for (const slot of slots) this.slots.set(slot.id, slot);
  }

  checkIn(as: string, input: CheckInInput, now: Date): CallableOutput<'checkIn'> {
    const slot = this.slots.get(input.slotId);
    this.seen.push({ as, owner: slot?.memberId ?? '', what: input.clientMutationId });
    if (!slot || slot.memberId !== as) throw new CallRefused('not-found', 'There is no such slot of yours.');
    const existing = this.checkIns.get(slot.id) ?? null;
    if (existing && this.taken.has(input.clientMutationId)) return this.answer(existing);
    const decision = decided(() => decideCheckIn({ slot, existing, input, podId: null, stake: null, now }));
    this.slots.set(slot.id, decision.slot);
    this.checkIns.set(slot.id, decision.checkIn);
    this.taken.set(input.clientMutationId, { input, receivedAt: now });
    return this.answer(decision.checkIn);
  }

  store(as: string, path: string, bytes: ArrayBuffer): void {
    const owner = path.split('/')[1] ?? '';
    this.seen.push({ as, owner, what: path });
    if (owner !== as || this.stored.has(path)) throw new CallRefused('permission-denied', 'The file was not taken.');
    this.stored.set(path, bytes);
  }

  closeSlots(now: Date): void {
    for (const slot of this.slots.values()) this.slots.set(slot.id, closeSlot(slot, now) ?? slot);
  }

  /** What the slot is by the best of all that was taken for it, in whatever order it came; null without any. */
  bestFor(slot: Slot): 'done' | 'late' | null {
    const words = [...this.taken.values()].filter(({ input }) => input.slotId === slot.id && !input.onlyFile);
    const rulings = words.map(({ input: { capturedAt, clientSkewMs }, receivedAt }) =>
      judgeReceipt(slot, { receivedAt, capturedAt: new Date(capturedAt), clientSkewMs }, { staked: false, claims: [] }),
    );
    if (rulings.some((ruling) => ruling === 'in-time' || ruling === 'offline-claimed')) return 'done';
    return rulings.length > 0 ? 'late' : null;
  }

  private readonly answer = ({ isLate, receivedAt, version }: CheckIn): CallableOutput<'checkIn'> => ({
    isLate,
    receivedAt: receivedAt.toISOString(),
    streak: 1,
    version,
  });
}

function decided<T>(decide: () => T): T {
  try {
    return decide();
  } catch (problem) {
    throw problem instanceof DomainError ? new CallRefused(problem.code, problem.message) : problem;
  }
}
